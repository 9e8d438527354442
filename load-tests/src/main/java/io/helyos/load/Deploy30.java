package io.helyos.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Thirty replicas of a local image: from the request to the last container's `start` event,
/// against eight bare connections that create and start the same containers.
final class Deploy30 implements Benchmark {
  private static final int REPLICAS = 30;
  private static final int LANES = 8;
  private static final int ROUNDS = 6;
  private static final double WANTED = 1.3;

  private final Engine engine = new Engine();
  private final Samples helyos = new Samples();
  private final Samples floor = new Samples();
  private final List<List<String>> rows = new ArrayList<>();
  private String body = "";

  @Override
  public String title() {
    return "Deploying 30 replicas";
  }

  @Override
  public void run(Report report) throws Exception {
    engine.removeAll();
    try (var daemon = Daemon.start();
        var events = engine.events()) {
      for (var round = 0; round <= ROUNDS; round++) {
        var ours = deploy(daemon, events, round);
        var theirs = lanes(events, round);
        note(round, ours, theirs);
      }
    } finally {
      engine.removeAll();
    }
    tell(report);
  }

  private void note(int round, double ours, double theirs) {
    // The first round is the daemon's first deployment ever: shown, but not counted.
    if (round > 0) {
      helyos.add(ours);
      floor.add(theirs);
    }
    rows.add(
        Report.cells(
            round == 0 ? "first, not counted" : round,
            "%.2f s".formatted(ours),
            "%.2f s".formatted(theirs),
            "%.2f".formatted(ours / theirs),
            Machine.loadOfLastMinute()));
  }

  private double deploy(Daemon daemon, EngineEvents events, int round) throws Exception {
    var before = now();
    daemon.deploy(Workload.yaml("deploy30-" + round, REPLICAS));
    var started = events.await("start", REPLICAS);
    body = CreateBody.like(engine.inspect(started.getFirst().container()));
    daemon.client().delete(Workload.PROJECT, "deploy30-" + round);
    events.await("destroy", REPLICAS);
    return seconds(before, started);
  }

  private double lanes(EngineEvents events, int round) throws Exception {
    var names =
        IntStream.range(0, REPLICAS).mapToObj(i -> "bench-%d-%d".formatted(round, i)).toList();
    var before = now();
    engine.inParallel(LANES, names, this::createAndStart);
    var started = events.await("start", REPLICAS);
    engine.removeAll();
    events.await("destroy", REPLICAS);
    return seconds(before, started);
  }

  private void createAndStart(EngineLane lane, String name) throws java.io.IOException {
    JsonNode created = lane.ask("POST", "/containers/create?name=" + name, body);
    lane.ask("POST", "/containers/" + created.path("Id").asText() + "/start", "");
  }

  private static long now() {
    var now = Instant.now();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }

  private static double seconds(long before, List<EngineEvents.Seen> started) {
    var last = started.stream().mapToLong(EngineEvents.Seen::nanos).max().orElseThrow();
    return (last - before) / 1e9;
  }

  private void tell(Report report) throws Exception {
    var ratio = helyos.by(floor);
    report
        .paragraph(
            "A deployment of %d replicas of a local image with `network: {mode: host}`: from the"
                    .formatted(REPLICAS)
                + " request to the last container's `start` event, by the engine's own clock."
                + " The floor is %d keep-alive connections that create and start as many containers"
                    .formatted(LANES)
                + " from the same create bodies. Both in turn, in one run, on Docker "
                + engine.version()
                + ".")
        .table(List.of("round", "Helyos", "floor", "ratio", "load"), rows)
        .paragraph(
            "Median (least to most): Helyos %s s, floor %s s, ratio **%s**."
                .formatted(helyos.text(2), floor.text(2), ratio.text(2)))
        .target(
            "at most %.1f x the floor, by the median".formatted(WANTED), ratio.median() <= WANTED)
        .noise(floor);
  }
}
