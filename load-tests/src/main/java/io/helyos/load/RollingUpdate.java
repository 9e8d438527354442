package io.helyos.load;

import io.helyos.contract.resource.RolloutState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A rolling update of thirty pods, five at a time and each stopped before its successor starts:
/// from the request to the `start` event of the last new container, against Swarm and against five
/// bare connections that do the same.
final class RollingUpdate implements Benchmark {
  private static final int REPLICAS = 30;
  private static final int AT_ONCE = 5;
  private static final int ROUNDS = 3;
  private static final double WANTED = 0.5;
  private static final String NAME = "rollout";
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofMillis(50);

  private final List<List<String>> rows = new ArrayList<>();
  private final List<Samples> ratios = new ArrayList<>();
  private final List<Samples> floors = new ArrayList<>();

  @Override
  public String title() {
    return "Rolling update of 30 pods";
  }

  @Override
  public void run(Report report) throws Exception {
    try (var own = OwnEngine.start(Workload.IMAGE);
        var registry = LocalRegistry.beside(own);
        var daemon = Daemon.start("--docker-host", "unix://" + own.socket())) {
      own.beSwarm();
      var images = registry.versions(2);
      for (var network : List.of("host", "bridge")) compare(own, daemon, network, images);
      tell(report, new Engine(own.socket()).version());
    }
  }

  /// Both stand side by side with thirty idle containers each, and are updated in turn.
  private void compare(OwnEngine own, Daemon daemon, String network, List<String> images)
      throws Exception {
    var engine = new Engine(own.socket());
    var ours = new Samples();
    var theirs = new Samples();
    var floor = new Samples();
    daemon.deploy(spec(network, images.getFirst()));
    awaitCompleted(daemon);
    var service = new SwarmService(own, REPLICAS, AT_ONCE, network, images.getFirst());
    try (var events = engine.events();
        var swarmEvents = service.events()) {
      for (var round = 1; round <= ROUNDS; round++) {
        var image = images.get(round % 2);
        ours.add(byHelyos(daemon, events, spec(network, image)));
        theirs.add(bySwarm(service, swarmEvents, image));
        floor.add(byLanes(engine, events));
      }
    }
    service.remove();
    daemon.client().delete(Workload.PROJECT, NAME);
    Processes.await("no container", PATIENCE, POLL, () -> engine.containers().isEmpty());
    note(network, ours, theirs, floor);
  }

  private static String spec(String network, String image) {
    return """
    project: %s
    deployment: {name: %s}
    image: %s
    replicas: %d
    network: {mode: %s}
    update: {maxSurge: 0, maxUnavailable: %d}
    """
        .formatted(Workload.PROJECT, NAME, image, REPLICAS, network, AT_ONCE);
  }

  private static void awaitCompleted(Daemon daemon) throws Exception {
    var client = daemon.client();
    Processes.await(
        "a completed rollout",
        PATIENCE,
        POLL,
        () -> client.rollouts().of(Workload.PROJECT, NAME).state() == RolloutState.COMPLETED);
  }

  private static double byHelyos(Daemon daemon, EngineEvents events, String spec) throws Exception {
    events.forget();
    var before = now();
    daemon.deploy(spec);
    var seconds = last(events) - before;
    awaitCompleted(daemon);
    return seconds;
  }

  private static double bySwarm(SwarmService service, EngineEvents events, String image)
      throws Exception {
    events.forget();
    var before = now();
    service.update(image);
    var seconds = last(events) - before;
    service.awaitUpdated();
    return seconds;
  }

  /// What there is to do at the least: stop, remove, create and start each, five at a time.
  private static double byLanes(Engine engine, EngineEvents events) throws Exception {
    var body = CreateBody.like(engine.inspect(engine.containers().getFirst()));
    var names = IntStream.range(0, REPLICAS).mapToObj(i -> "bench-" + i).toList();
    engine.inParallel(AT_ONCE, names, (lane, name) -> begin(lane, name, body));
    events.await("start", REPLICAS);
    var before = now();
    engine.inParallel(
        AT_ONCE,
        names,
        (lane, name) -> {
          lane.ask("POST", "/containers/" + name + "/stop?t=10", "");
          lane.ask("DELETE", "/containers/" + name, "");
          begin(lane, name, body);
        });
    var seconds = last(events) - before;
    engine.inParallel(
        AT_ONCE, names, (lane, name) -> lane.ask("DELETE", "/containers/" + name + "?force=1", ""));
    return seconds;
  }

  private static void begin(EngineLane lane, String name, String body) throws IOException {
    lane.ask("POST", "/containers/create?name=" + name, body);
    lane.ask("POST", "/containers/" + name + "/start", "");
  }

  private static double now() {
    var now = Instant.now();
    return now.getEpochSecond() + now.getNano() / 1e9;
  }

  private static double last(EngineEvents events) throws Exception {
    return events.await("start", REPLICAS).stream()
        .mapToDouble(EngineEvents.Seen::seconds)
        .max()
        .orElseThrow();
  }

  private void note(String network, Samples ours, Samples theirs, Samples floor) {
    ratios.add(ours.by(theirs));
    floors.add(floor);
    rows.add(
        Report.cells(
            network,
            ours.text(2),
            theirs.text(2),
            floor.text(2),
            ours.by(theirs).text(2),
            ours.by(floor).text(2)));
  }

  private void tell(Report report, String version) {
    report
        .paragraph(
            ("From the request to the `start` event of the last of %d new containers, by the"
                    + " engine's own clock; %d rounds for each network, all in turn, on one engine."
                    + " Helyos with `update: {maxSurge: 0, maxUnavailable: %d}`, Swarm with"
                    + " `--update-parallelism %d --update-order stop-first`. Both images are named"
                    + " by their digest, lie in a registry on this machine and on the engine"
                    + " already; their program ends at once on SIGTERM. The floor is %d keep-alive"
                    + " connections that stop, remove, create and start as many containers. Docker"
                    + " %s.")
                .formatted(REPLICAS, ROUNDS, AT_ONCE, AT_ONCE, AT_ONCE, version))
        .paragraph(
            "Before anything else is replaced, the first pod of a version without checks has to"
                + " stay up for 2 s, also here; Swarm watches only while it goes on.")
        .table(
            List.of(
                "network", "Helyos, s", "Swarm, s", "floor, s", "Helyos by Swarm", "by the floor"),
            rows)
        .target(
            "at most %.1f x Swarm's time in either network, by the median".formatted(WANTED),
            ratios.stream().allMatch(ratio -> ratio.median() <= WANTED));
    floors.forEach(report::noise);
  }
}
