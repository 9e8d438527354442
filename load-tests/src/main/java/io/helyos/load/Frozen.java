package io.helyos.load;

import io.helyos.client.HelyosClient;
import io.helyos.client.Listing;
import io.helyos.contract.resource.NodeStatus;
import io.helyos.contract.resource.PodResource;
import io.helyos.contract.resource.PodStatus;
import io.helyos.load.ApiLoad.Times;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// What the users of the API notice of an engine that hangs: dockerd is stopped by SIGSTOP under a
/// daemon that is asked on and on.
final class Frozen implements Benchmark {
  private static final String STEADY = "steady";
  private static final String CHURNED = "churned";
  private static final String EMPTY = "empty";
  private static final int REPLICAS = 10;

  /// What is wished for while nobody can do it: there is something to converge to.
  private static final int WISHED = 5;

  private static final Duration WARMING = Pace.of(Duration.ofMinutes(1));
  private static final Duration BEFORE = Pace.of(Duration.ofMinutes(1));
  private static final Duration FROZEN = Pace.of(Duration.ofMinutes(2));
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final double WANTED = 2;

  @Override
  public String title() {
    return "An engine that hangs";
  }

  @Override
  public void run(Report report) throws Exception {
    try (var engine = OwnEngine.start(Workload.IMAGE);
        var daemon = Daemon.start("--docker-host", "unix://" + engine.socket())) {
      daemon.deploy(Workload.yaml(STEADY, REPLICAS));
      daemon.deploy(Workload.yaml(CHURNED, 1));
      daemon.deploy(Workload.yaml(EMPTY, 0));
      var client = daemon.client();
      awaitPods(engine, client, REPLICAS + 1);
      var load = new ApiLoad(client, STEADY, CHURNED, EMPTY);
      load.during(WARMING);
      var containers = containers(client);
      var before = load.during(BEFORE);
      engine.freeze();
      var during = load.during(FROZEN);
      var noticed = client.nodes().getFirst().status() != NodeStatus.READY;
      client.scale(Workload.PROJECT, CHURNED, WISHED);
      var seconds = thaw(engine, client);
      var untouched = containers.equals(containers(client));
      tell(report, before, during, noticed, seconds, untouched);
    }
  }

  private static double thaw(OwnEngine engine, HelyosClient client) throws Exception {
    var thawed = System.nanoTime();
    engine.thaw();
    Processes.await(
        "a node that is ready",
        PATIENCE,
        POLL,
        () -> client.nodes().getFirst().status() == NodeStatus.READY);
    awaitPods(engine, client, REPLICAS + WISHED);
    return (System.nanoTime() - thawed) / 1e9;
  }

  /// Until so many pods run, and no more, and the engine has a container for each and no other.
  private static void awaitPods(OwnEngine engine, HelyosClient client, int count) throws Exception {
    Processes.await(
        count + " running pods, each with its container",
        PATIENCE,
        POLL,
        () -> {
          var pods = client.pods(Listing.of(Workload.PROJECT));
          return pods.size() == count
              && pods.stream().allMatch(pod -> pod.status() == PodStatus.RUNNING)
              && engine.docker("ps", "--all", "--quiet").lines().count() == count;
        });
  }

  /// The containers of what nobody has changed.
  private static List<String> containers(HelyosClient client) {
    return client.pods(Listing.of(Workload.PROJECT)).stream()
        .filter(pod -> pod.deploymentName().equals(STEADY))
        .map(PodResource::containerId)
        .map(id -> Objects.requireNonNullElse(id, "none"))
        .sorted()
        .toList();
  }

  private static void tell(
      Report report,
      Times before,
      Times during,
      boolean noticed,
      double seconds,
      boolean untouched) {
    var ratio = p99(during.all()) / p99(before.all());
    report
        .paragraph(
            ("A daemon with %d pods on an engine of its own. %d requests/s go to its API, each"
                    + " timed from when it was due: lists and single reads, and each tenth a write"
                    + " (a deployment without pods is deployed again, another is scaled up or down"
                    + " every 2 s). After %d s of warming up and %d s of measuring, dockerd is"
                    + " stopped by SIGSTOP for %d s; it takes connections and answers nothing.")
                .formatted(
                    REPLICAS + 1,
                    ApiLoad.PER_SECOND,
                    WARMING.toSeconds(),
                    BEFORE.toSeconds(),
                    FROZEN.toSeconds()))
        .table(
            List.of("", "requests", "failed", "p50", "p99", "most", "p99 of reads", "of writes"),
            List.of(row("before", before), row("dockerd stopped", during)));
    tellFirst(report, during.failures());
    report
        .paragraph(
            "The node was %s to be ready at the end of that time. A scale to %d was asked for then;"
                    .formatted(noticed ? "no longer said" : "**still said**", WISHED)
                + " %.1f s after SIGCONT the node was ready, all pods ran, and the engine had one"
                    .formatted(seconds)
                + " container for each and no other.")
        .target(
            "p99 while dockerd is stopped at most %.0f x that before: %.2f x"
                .formatted(WANTED, ratio),
            ratio <= WANTED && during.failures().isEmpty())
        .target("no container of the deployment that nobody changed is replaced", untouched);
    Pace.tell(report);
  }

  private static void tellFirst(Report report, List<String> failures) {
    failures.stream()
        .findFirst()
        .ifPresent(why -> report.paragraph("The first that failed: " + why));
  }

  private static List<String> row(String name, Times times) {
    var all = times.all();
    return Report.cells(
        name,
        all.size() + times.failures().size(),
        times.failures().size(),
        millis(all.percentile(0.5)),
        millis(p99(all)),
        millis(all.max()),
        millis(p99(times.reads())),
        millis(p99(times.writes())));
  }

  private static double p99(Samples samples) {
    return samples.percentile(0.99);
  }

  private static String millis(double value) {
    return "%.1f ms".formatted(value);
  }
}
