package io.helyos.load;

import io.helyos.client.HelyosClient;
import io.helyos.client.failure.HelyosException;
import io.helyos.persistence.cassandra.server.CassandraProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// From kill -9 of one of three daemons until each of sixty deployments has taken a change again,
/// wherever it lived; ten times, and once beside ten thousand pods.
final class Failover implements Benchmark {
  private static final int RUNS = 10;
  private static final int PROBES = 60;
  private static final int NODES = 34;
  private static final int PODS = 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Samples last = new Samples();
  private final Samples first = new Samples();
  private int turn;

  @Override
  public String title() {
    return "Failover after a daemon was killed";
  }

  /// How long the deployments waited: the fastest, and the slowest.
  private record Waits(double first, double last) {}

  @Override
  public void run(Report report) throws Exception {
    try (var server = CassandraProcess.start();
        var three = ThreeDaemons.start(server, "failover", NODES)) {
      for (var probe = 0; probe < PROBES; probe++) change(three.client(0), probe);
      for (var run = 0; run < RUNS; run++) {
        var waits = lose(three, run % ThreeDaemons.COUNT);
        last.add(waits.last);
        first.add(waits.first);
      }
      fill(three);
      tell(report, lose(three, 0));
    }
  }

  private Waits lose(ThreeDaemons three, int number) throws Exception {
    var survivors = new ArrayList<HelyosClient>();
    for (var other = 0; other < ThreeDaemons.COUNT; other++) {
      if (other != number) survivors.add(three.client(other));
    }
    turn++;
    var waits = new Samples();
    three.kill(number);
    var killed = System.nanoTime();
    try (var probes = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Callable<Double>>();
      for (var probe = 0; probe < PROBES; probe++) {
        var mine = probe;
        all.add(() -> untilTaken(survivors, mine, killed));
      }
      for (var answer : probes.invokeAll(all)) waits.add(answer.get());
    }
    three.startAgain(number, NODES);
    return new Waits(waits.min(), waits.max());
  }

  private double untilTaken(List<HelyosClient> survivors, int probe, long killed)
      throws InterruptedException {
    for (var attempt = probe; ; attempt++) {
      try {
        change(survivors.get(attempt % survivors.size()), probe);
        return (System.nanoTime() - killed) / 1e9;
      } catch (HelyosException refused) {
        if (System.nanoTime() - killed > PATIENCE.toNanos()) throw refused;
        Thread.sleep(POLL);
      }
    }
  }

  private void change(HelyosClient client, int probe) {
    var spec = Workload.yaml("probe-" + probe, 0) + "env: {TURN: \"%d\"}\n".formatted(turn);
    client.deploy(spec.getBytes(StandardCharsets.UTF_8), "application/yaml");
  }

  private static void fill(ThreeDaemons three) throws Exception {
    var client = three.client(0);
    var spec = Workload.yaml("big", PODS);
    client.deploy(spec.getBytes(StandardCharsets.UTF_8), "application/yaml");
    Processes.await(
        PODS + " pods run",
        PATIENCE,
        Duration.ofSeconds(1),
        () -> client.deployment(Workload.PROJECT, "big").ready() == PODS);
  }

  private void tell(Report report, Waits many) throws Exception {
    report
        .paragraph(
            "Three daemons with %d simulated nodes each and one Cassandra on this machine. One is"
                    .formatted(NODES)
                + " killed; at once %d deployments are each sent a change, to the other two in"
                    .formatted(PROBES)
                + " turn and again after every refusal. About a third of them lived in the daemon"
                + " that is gone. Nodes are not given up meanwhile. The wait consists of"
                + " `stable-after` (7 s), the detector before it and the hand-over after it:"
                + " decision 0014.")
        .table(
            List.of("", "the last deployment took its change after, s", "the first, s"),
            List.of(
                Report.cells(
                    "%d runs, median (least to most)".formatted(RUNS), last.text(1), first.text(2)),
                Report.cells(
                    "beside %,d pods, once".formatted(PODS),
                    "%.1f".formatted(many.last),
                    "%.2f".formatted(many.first))));
  }
}
