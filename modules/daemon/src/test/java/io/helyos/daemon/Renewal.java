package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.daemon.harness.Acknowledgements;
import io.helyos.daemon.harness.Client;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Docker;
import io.helyos.daemon.harness.JournalFile;
import io.helyos.model.DeploymentId;
import io.helyos.model.deployment.DeploymentEvent.SlotUpdated;
import io.helyos.model.deployment.RolloutEvent.RolloutCompleted;
import io.helyos.model.deployment.RolloutEvent.SurgeBegun;
import io.helyos.model.deployment.RolloutEvent.SurgeEnded;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A deployment of two pods that is rolled out again and again while the daemon dies. Each rollout
/// adds one pod, replaces both and takes the added one away; nothing of that may be done twice.
final class Renewal {
  private static final String PROJECT = "renewed";

  private final DeploymentId id;
  private final Docker docker;
  private final DaemonProcess daemon;
  private final Client client;
  private int revision;
  private Instant begun = Instant.EPOCH;

  Renewal(String name, Docker docker, DaemonProcess daemon, Acknowledgements log) {
    this.id = new DeploymentId(PROJECT, name);
    this.docker = docker;
    this.daemon = daemon;
    this.client = new Client(log);
  }

  /// The first deploy, or the next rollout; the daemon may die meanwhile.
  void begin() {
    begun = Instant.now();
    var spec =
        Specs.of(
            PROJECT,
            id.name(),
            2,
            "network: {mode: none}",
            "healthcheck: {exec: [/bin/true], interval: 1s}",
            "env: {ROUND: '%d'}".formatted(++revision));
    client.ask(daemon.api(), (api, key) -> api.deploy(spec, key));
  }

  /// What was cut off is asked for again.
  void askAgain() {
    try {
      client.askAgain(daemon.api());
    } catch (IOException e) {
      throw new AssertionError("The daemon went away again:\n" + daemon.log(), e);
    }
  }

  private String path() {
    return "/api/v1/projects/%s/deployments/%s".formatted(PROJECT, id.name());
  }

  boolean isOver() {
    var rollout = daemon.api().get(path() + "/rollout").ok().body();
    return rollout.get("revision").asInt() == revision
        && rollout.get("state").asText().equals("completed")
        && docker.containers("helyos.project=" + PROJECT).size() == 2;
  }

  /// The engine has made and started what belongs to this rollout, each once, and has nothing else.
  void assertContainers() {
    var ours = "helyos.revision=" + revision;
    assertThat(docker.containers(ours))
        .hasSize(2)
        .allMatch(Docker.Seen::isRunning)
        .allSatisfy(pod ->
            assertThat(docker.inspect(pod.id()).at("/Config/Labels/helyos.attempt").asText())
                .isEqualTo("1"));
    if (revision == 1) return;
    assertThat(docker.events(ours, begun, "create")).as("created for %s", ours).hasSize(3);
    assertThat(docker.events(ours, begun, "start")).as("started for %s", ours).hasSize(3);
  }

  void remove() {
    daemon.api().delete(path()).ok();
    Wait.until("nothing is left", () -> docker.containers("helyos.project=" + PROJECT).isEmpty());
  }

  /// Each rollout has the same steps in the journal, each once.
  void assertJournal(JournalFile journal) {
    var steps = new ArrayList<String>();
    for (var event : journal.events(id.entity())) {
      switch (event) {
        case SurgeBegun(var index, var to) -> steps.add("%d: add %d".formatted(to, index));
        case SlotUpdated(var index, _, var to) -> steps.add("%d: replace %d".formatted(to, index));
        case SurgeEnded(var index) -> steps.add("remove " + index);
        case RolloutCompleted(var done) -> steps.add("%d: done".formatted(done));
        default -> {}
      }
    }
    var wanted = new ArrayList<>(List.of("1: done"));
    for (var to = 2; to <= revision; to++) {
      wanted.addAll(List.of(to + ": add 2", to + ": replace 0", to + ": replace 1"));
      wanted.addAll(List.of("remove 2", to + ": done"));
    }
    assertThat(steps).isEqualTo(wanted);
  }
}
