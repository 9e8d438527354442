package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.daemon.harness.Acknowledgements;
import io.helyos.daemon.harness.Client;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Docker;
import io.helyos.daemon.harness.JournalFile;
import io.helyos.daemon.harness.Registry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// A few deployments that a client works on until the daemon dies, and what must be there after
/// that: what was asked for last, each thing once, and nothing else.
final class Shop {
  static final String PROJECT = "points";
  static final String WORK = "work";
  static final String FETCHED = "fetched";
  private static final String ASKED = "asked";
  private static final String AWAY = "away";
  private static final String SHORT = "short";

  private final Docker docker;
  private final DaemonProcess daemon;
  private final Acknowledgements log;
  private final Client client;

  /// Replicas by project and deployment, as they were asked for last.
  private final Map<String, Integer> wanted = new TreeMap<>();

  Shop(Docker docker, DaemonProcess daemon, Acknowledgements log) {
    this.docker = docker;
    this.daemon = daemon;
    this.log = log;
    this.client = new Client(log);
  }

  void open() {
    wanted.put(PROJECT + "-" + WORK, 1);
    daemon.api().deploy(Specs.of(PROJECT, WORK, 1, "backoff: {initial: 0s, max: 1s}")).ok();
    wanted.put(PROJECT + "-" + FETCHED, 1);
    daemon.api().deploy(fetched()).ok();
    wanted.put(PROJECT + "-" + ASKED, 1);
    daemon.api().deploy(asked()).ok();
  }

  private static String asked() {
    return Specs.of(PROJECT, ASKED, 1, "healthcheck: {exec: [/bin/true], interval: 1s}");
  }

  private static String fetched() {
    return """
    project: %s
    deployment: {name: %s}
    image: %s
    pull: always
    """
        .formatted(PROJECT, FETCHED, Registry.image());
  }

  /// One more of it, or one less, in turn.
  void scale(String deployment) {
    var next = 3 - wanted.getOrDefault(PROJECT + "-" + deployment, 1);
    wanted.put(PROJECT + "-" + deployment, next);
    client.ask(daemon.api(), (api, key) -> api.scale(PROJECT, deployment, next, key));
  }

  /// A project of its own, which is alone in its network.
  void openBranch() {
    wanted.put(AWAY + "-" + SHORT, 1);
    client.ask(daemon.api(), (api, key) -> api.deploy(Specs.of(AWAY, SHORT, 1), key));
  }

  void closeBranch() {
    wanted.remove(AWAY + "-" + SHORT);
    var path = "/api/v1/projects/%s/deployments/%s".formatted(AWAY, SHORT);
    client.ask(daemon.api(), (api, key) -> api.command("DELETE", path, key));
  }

  boolean hasBranch() {
    return wanted.containsKey(AWAY + "-" + SHORT);
  }

  void killContainer() {
    docker.attempt("kill", "--signal", "KILL", "helyos-%s-%s-0".formatted(PROJECT, WORK));
  }

  /// A user's command in a container.
  void exec() {
    daemon.api().exec("helyos-%s-%s-0".formatted(PROJECT, WORK), "true");
  }

  /// A user reads a file of a container.
  void readFiles() {
    daemon.api().read(filesOfWork("/etc/hostname"));
  }

  /// A user writes one into it: an empty archive is one too.
  void writeFiles() {
    daemon.api().write(filesOfWork("/tmp"), new byte[1024]);
  }

  private static String filesOfWork(String path) {
    return "/api/v1/pods/helyos-%s-%s-0/files?path=%s".formatted(PROJECT, WORK, path);
  }

  /// Commands that only the journal hears of; a hundred of them make a snapshot.
  boolean turnSign(boolean closed) {
    var path = "/api/v1/nodes/%s/%s".formatted(daemon.name(), closed ? "cordon" : "uncordon");
    return client.ask(daemon.api(), (api, key) -> api.command("POST", path, key));
  }

  /// What was cut off is asked for again, and the node takes pods.
  void askAgain() {
    try {
      client.askAgain(daemon.api());
    } catch (IOException e) {
      throw new AssertionError("The daemon went away again:\n" + daemon.log(), e);
    }
    turnSign(false);
  }

  /// Everything in the client's log is in the journal's file, done once.
  void assertPromisesKept() {
    var journal = daemon.journal();
    journal.assertWhole();
    for (var promise : log.all()) {
      var done = journal.rows(row -> (row.entity() + "@" + row.sequence()).equals(promise.mark()));
      assertThat(done).as("the event of %s", promise).hasSize(1);
      if (promise.change().isEmpty()) continue;
      assertThat(done.getFirst().recorded().change()).isEqualTo(promise.change());
      assertThat(writes(journal, promise.key(), done.getFirst())).as("%s", promise).isOne();
    }
  }

  /// How often the journal has the command of this key: events of one write follow each other.
  private static long writes(JournalFile journal, String key, JournalFile.Row event) {
    var rows =
        journal.rows(row ->
            row.entity().equals(event.entity()) && row.recorded().command().endsWith(":" + key));
    return IntStream.range(0, rows.size())
        .filter(i -> i == 0 || rows.get(i).sequence() != rows.get(i - 1).sequence() + 1)
        .count();
  }

  void awaitConverged() {
    Wait.untilAsserted("the engine has what is wanted, once", this::assertContainers);
    Wait.untilAsserted("no network is left", this::assertNetworks);
    Wait.untilAsserted("the daemon knows", this::assertKnown);
  }

  boolean isThere() {
    return running().equals(names());
  }

  private void assertContainers() {
    assertThat(running()).as("running").isEqualTo(names());
    assertThat(containers().stream().filter(seen -> !seen.isRunning()).toList())
        .as("the remains of earlier starts, which are kept for their log")
        .allSatisfy(seen -> {
          assertThat(seen.state()).isEqualTo("exited");
          assertThat(names()).contains(seen.name().replaceFirst("_[0-9]+\\.[0-9]+$", ""));
          assertThat(seen.name()).contains("_");
        });
  }

  private List<String> running() {
    return containers().stream().filter(Docker.Seen::isRunning).map(Docker.Seen::name).toList();
  }

  private List<Docker.Seen> containers() {
    return docker.containers("helyos.cluster");
  }

  private List<String> names() {
    var names = new ArrayList<String>();
    wanted.forEach((deployment, replicas) ->
        IntStream.range(0, replicas).forEach(i -> names.add("helyos-" + deployment + "-" + i)));
    return names.stream().sorted().toList();
  }

  private void assertNetworks() {
    var projects = new TreeSet<String>();
    for (var deployment : wanted.keySet()) {
      projects.add("helyos-" + deployment.substring(0, deployment.indexOf('-')));
    }
    var there =
        docker.run("network", "ls", "--filter", "label=helyos.cluster", "--format", "{{.Name}}");
    assertThat(there.lines().sorted().toList()).isEqualTo(List.copyOf(projects));
  }

  private void assertKnown() {
    assertThat(daemon.api().get("/api/v1/pods").ok().body())
        .hasSize(names().size())
        .allMatch(pod -> pod.get("status").asText().equals("running"));
  }
}
