package io.helyos.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a thousand HTTP health checks cost a daemon: its CPU with them less its CPU without, while
/// nothing else happens.
final class Probes implements Benchmark {
  private static final int PODS = 1_000;
  private static final int INTERVAL = 10;
  private static final int ROUNDS = 2;
  private static final String NAME = "probed";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// Until the compiler has seen what goes on from now on.
  private static final Duration SETTLING = Pace.of(Duration.ofSeconds(60));

  /// Whole intervals: the pods came at once and so do their checks, again and again.
  private static final Duration WINDOW =
      Duration.ofSeconds(
          INTERVAL * Math.max(1, Pace.of(Duration.ofSeconds(60)).toSeconds() / INTERVAL));

  /// Percent of a core.
  private static final double WANTED = 5;

  /// How far the number of questions may be from what the interval says, in parts of it: the
  /// window's ends cut off some.
  private static final double TOLERANCE = 0.05;

  private final Samples without = new Samples();
  private final Samples with = new Samples();
  private final Samples asked = new Samples();
  private final List<List<String>> rows = new ArrayList<>();

  /// One daemon in one window.
  ///
  /// @param percent of a core that it used
  /// @param asked times a second, by the target's count
  private record Run(double percent, double asked) {}

  @Override
  public String title() {
    return "A thousand health checks";
  }

  @Override
  public void run(Report report) throws Exception {
    try (var target = Target.start()) {
      for (var round = 1; round <= ROUNDS; round++) {
        var bare = measure(target, "");
        var probing = measure(target, check(target.port()));
        note(round, bare, probing);
      }
    }
    tell(report);
  }

  private void note(int round, Run bare, Run probing) {
    without.add(bare.percent);
    with.add(probing.percent);
    asked.add(probing.asked);
    rows.add(
        Report.cells(
            round,
            "%.1f %%".formatted(bare.percent),
            "%.1f %%".formatted(probing.percent),
            "%.1f %%".formatted(probing.percent - bare.percent),
            "%.1f".formatted(probing.asked),
            Machine.loadOfLastMinute()));
  }

  private static String check(int port) {
    return "healthcheck: {path: /, port: %d, interval: %ds}\n".formatted(port, INTERVAL);
  }

  private static Run measure(Target target, String check) throws Exception {
    try (var daemon = Daemon.start("--runtime", "simulated:10")) {
      daemon.deploy(Workload.yaml(NAME, PODS) + check);
      Processes.await(
          PODS + " pods that are ready",
          PATIENCE,
          Duration.ofMillis(200),
          () -> daemon.client().deployment(Workload.PROJECT, NAME).ready() == PODS);
      Thread.sleep(SETTLING);
      return inWindow(daemon, target);
    }
  }

  private static Run inWindow(Daemon daemon, Target target)
      throws IOException, InterruptedException {
    var questions = target.asked();
    var cpu = daemon.cpuSeconds();
    var begun = System.nanoTime();
    Thread.sleep(WINDOW);
    var used = daemon.cpuSeconds() - cpu;
    var seconds = (System.nanoTime() - begun) / 1e9;
    return new Run(100 * used / seconds, (target.asked() - questions) / seconds);
  }

  private void tell(Report report) {
    var cost = with.less(without);
    var rate = (double) PODS / INTERVAL;
    report
        .paragraph(
            ("CPU of a daemon with %d running pods on 10 simulated nodes, %d s after they were"
                    + " ready, over %d s; once without health checks and once with an HTTP check"
                    + " of each pod every %d s, in turn. What is simulated is the engine alone:"
                    + " each check is a connection to a real server in another process, which"
                    + " counts its requests. A percentage is one of a single core, the system's"
                    + " work for the process included.")
                .formatted(PODS, SETTLING.toSeconds(), WINDOW.toSeconds(), INTERVAL))
        .table(
            List.of("round", "without checks", "with checks", "difference", "requests/s", "load"),
            rows)
        .paragraph(
            "The checks cost %s %% of a core, median (least to most).".formatted(cost.text(1)))
        .target("below %.0f %% of a core".formatted(WANTED), cost.median() < WANTED)
        .target(
            "the server counts %.0f requests/s (within %.0f %%)".formatted(rate, 100 * TOLERANCE),
            Math.abs(asked.min() - rate) <= TOLERANCE * rate
                && Math.abs(asked.max() - rate) <= TOLERANCE * rate)
        .noise(with);
    Pace.tell(report);
  }
}
