package io.helyos.load;

import io.helyos.client.HelyosClient;
import io.helyos.client.Listing;
import io.helyos.load.Journal.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One deployment on a hundred simulated nodes, scaled up in steps to ten thousand pods and down to
/// none: what a pod costs, and whether it costs more the more there are.
final class TenThousand implements Benchmark {
  private static final int[] STEPS = {1_000, 2_000, 5_000, 10_000, 0};
  private static final String NAME = "big";
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration QUIET = Duration.ofSeconds(2);

  /// How much more a pod may cost than in the step before and still count as the same.
  private static final double LINEAR = 1.25;

  private final List<Step> steps = new ArrayList<>();

  /// What one change of scale has cost.
  ///
  /// @param pods that were to come or go
  /// @param seconds until the view showed it
  /// @param cpuSeconds of the daemon, until nothing more was written
  /// @param heap in bytes after a collection
  private record Step(
      int to, int pods, double seconds, double cpuSeconds, Size written, long heap) {}

  @Override
  public String title() {
    return "Ten thousand pods on a hundred nodes";
  }

  @Override
  public void run(Report report) throws Exception {
    try (var daemon = Daemon.start("--runtime", "simulated:100")) {
      daemon.deploy(Workload.yaml(NAME, 0));
      var empty = Processes.liveHeap(daemon.pid());
      var from = 0;
      for (var to : STEPS) {
        steps.add(step(daemon, from, to));
        from = to;
      }
      tell(report, empty);
    }
  }

  private static Step step(Daemon daemon, int from, int to) throws Exception {
    var client = daemon.client();
    awaitQuiet(daemon);
    var cpu = daemon.cpuSeconds();
    var size = daemon.journal().size();
    var begun = System.nanoTime();
    client.scale(Workload.PROJECT, NAME, to);
    Processes.await(to + " pods", PATIENCE, Duration.ofMillis(100), () -> isThere(client, to));
    var seconds = (System.nanoTime() - begun) / 1e9;
    awaitQuiet(daemon);
    var used = daemon.cpuSeconds() - cpu;
    var written = daemon.journal().size().since(size);
    var heap = Processes.liveHeap(daemon.pid());
    return new Step(to, Math.abs(to - from), seconds, used, written, heap);
  }

  private static boolean isThere(HelyosClient client, int replicas) {
    return replicas == 0
        ? client.pods(Listing.of(Workload.PROJECT)).isEmpty()
        : client.deployment(Workload.PROJECT, NAME).ready() == replicas;
  }

  /// Until the journal has stopped growing: what follows from the last pod belongs to its step.
  private static void awaitQuiet(Daemon daemon) throws Exception {
    var journal = daemon.journal();
    var known = new long[] {-1};
    Processes.await(
        "silence in the journal",
        PATIENCE,
        QUIET,
        () -> {
          var events = journal.size().events();
          var same = events == known[0];
          known[0] = events;
          return same;
        });
  }

  private List<String> cells(Step step, long empty) {
    return Report.cells(
        step.to,
        step.pods,
        "%.1f".formatted(step.seconds),
        "%.0f".formatted(step.pods / step.seconds),
        "%.2f".formatted(cpuMillis(step)),
        "%.2f".formatted((double) step.written.events() / step.pods),
        step.written.bytes() / step.pods,
        step.written.fileBytes() / step.pods,
        "%.1f MiB".formatted(step.heap / 1048576.0),
        step.to == 0 ? "-" : "%d".formatted((step.heap - empty) / step.to));
  }

  private void tell(Report report, long empty) throws Exception {
    var rows = steps.stream().map(step -> cells(step, empty)).toList();
    report
        .paragraph(
            "One deployment on 100 simulated nodes of one daemon, scaled step by step. What is"
                + " simulated is the engine alone (it answers at once); scheduling, reservations,"
                + " orders and the journal on disk are real. Time is from the request until the"
                + " view shows all pods running, or none; CPU, events and bytes until nothing more"
                + " is written. Heap is what lives after a collection, entities that are still awake and"
                + " the simulated containers with it; an empty daemon has %.1f MiB."
                    .formatted(empty / 1048576.0))
        .table(
            List.of(
                "scale to",
                "pods",
                "s",
                "pods/s",
                "CPU ms/pod",
                "events/pod",
                "event bytes/pod",
                "file bytes/pod",
                "heap",
                "heap bytes/pod"),
            rows)
        .paragraph(
            "The first step includes the warming up of the JVM: a daemon as it was just started.")
        .target(
            "a pod costs no more CPU in any step than in the one before (within %.0f %%)"
                .formatted((LINEAR - 1) * 100),
            isLinear());
  }

  private static double cpuMillis(Step step) {
    return step.cpuSeconds * 1000 / step.pods;
  }

  private boolean isLinear() {
    for (var i = 1; i < steps.size(); i++) {
      if (cpuMillis(steps.get(i)) > LINEAR * cpuMillis(steps.get(i - 1))) return false;
    }
    return true;
  }
}
