package io.helyos.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// From a SIGKILL of a container's process to the `start` event of what replaces it: by Helyos, by
/// a bare loop over the engine's API, by the engine's own `--restart always` and by Swarm.
final class Restart implements Benchmark {
  private static final int ROUNDS = 9;
  private static final double WANTED = 1.3;
  private static final String NAME = "restart";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Engine engine = new Engine();
  private final Samples atOnce = new Samples();
  private final Samples backingOff = new Samples();
  private final Samples floor = new Samples();
  private final Samples policy = new Samples();
  private final Samples swarm = new Samples();
  private String body = "";

  @Override
  public String title() {
    return "Replacing a container that was killed";
  }

  @Override
  public void run(Report report) throws Exception {
    engine.removeAll();
    try (var daemon = Daemon.start();
        var own = OwnEngine.start(Workload.IMAGE);
        var events = engine.events();
        var swarmEvents = new EngineEvents(own.socket(), "/events")) {
      own.beSwarm();
      for (var round = 0; round < ROUNDS; round++) {
        atOnce.add(byHelyos(daemon, events, "backoff: {initial: 0s}\n"));
        floor.add(byBareLoop(events));
        policy.add(byPolicy(events));
        backingOff.add(byHelyos(daemon, events, ""));
        swarm.add(bySwarm(own, swarmEvents));
      }
    } finally {
      engine.removeAll();
    }
    tell(report);
  }

  private double byHelyos(Daemon daemon, EngineEvents events, String backoff) throws Exception {
    var victim = Victim.deployed(daemon, engine, events, backoff);
    body = victim.body();
    var seconds = replaced(victim.pid(), events);
    Victim.remove(daemon, engine);
    return seconds;
  }

  /// The least that there is to do: hear of the end, create the same again, start it.
  private double byBareLoop(EngineEvents events) throws Exception {
    try (var lane = new EngineLane(engine.socket());
        var ears = new EngineLane(engine.socket())) {
      var first = Victim.made(engine, lane, "bench-floor-1", body);
      events.await("start", 1);
      ears.open(engine.eventsOf("die"));
      var next =
          CompletableFuture.supplyAsync(() -> {
            try {
              ears.next();
              return Victim.create(lane, "bench-floor-2", body);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      var seconds = replaced(first.pid(), events);
      next.get(Victim.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      engine.removeAll();
      return seconds;
    }
  }

  private double byPolicy(EngineEvents events) throws Exception {
    var wanted = JSON.readTree(body);
    wanted.withObject("/HostConfig/RestartPolicy").put("Name", "always");
    try (var lane = new EngineLane(engine.socket())) {
      var victim = Victim.made(engine, lane, "bench-policy", wanted.toString());
      events.await("start", 1);
      var seconds = replaced(victim.pid(), events);
      engine.removeAll();
      return seconds;
    }
  }

  private static double bySwarm(OwnEngine own, EngineEvents events) throws Exception {
    events.forget();
    own.docker(
        "service", "create", "--detach", "--name", NAME, "--network", "host", Workload.IMAGE);
    var container = events.await("start", 1).getFirst().container();
    var pid = own.docker("inspect", "--format", "{{.State.Pid}}", container);
    // A task that ends before its service is steady is not restarted but counted as failed.
    Processes.await(
        "a running task",
        Victim.PATIENCE,
        Victim.POLL,
        () ->
            own.docker("service", "ps", "--format", "{{.CurrentState}}", NAME)
                .startsWith("Running"));
    var seconds = replaced(pid, events);
    own.docker("service", "rm", NAME);
    Processes.await(
        "no task",
        Victim.PATIENCE,
        Victim.POLL,
        () -> own.docker("ps", "--all", "--quiet").isEmpty());
    return seconds;
  }

  /// From the kill to the start of what takes its place.
  private static double replaced(String pid, EngineEvents events) throws Exception {
    events.forget();
    var killed = Victim.kill(pid);
    return events.await("start", 1).getFirst().seconds() - killed;
  }

  private void tell(Report report) {
    report
        .paragraph(
            "From SIGKILL of the container's process to the `start` event of its replacement, in"
                + " the host's network, by the engine's own clock; %d rounds, all in turn."
                    .formatted(ROUNDS)
                + " The floor is a loop over the engine's API that does nothing but hear `die`,"
                + " create the same container under another name and start it. The engine's own"
                + " policy starts the old container again, as it was. Swarm runs on an engine of"
                + " its own with its default restart condition, which waits 5 s.")
        .table(
            List.of("", "seconds, median (least to most)", "by the floor"),
            List.of(
                row("hear `die`, create, start: the floor", floor),
                row("Helyos, `backoff: {initial: 0s}`", atOnce),
                row("Helyos, default back-off of 1 s", backingOff),
                row("`docker run --restart always`", policy),
                row("Swarm, default", swarm)))
        .target(
            "with `initial: 0s` at most %.1f x the floor, by the median".formatted(WANTED),
            atOnce.by(floor).median() <= WANTED)
        .target(
            "with the default back-off at most 1 s more than that",
            backingOff.median() <= 1 + WANTED * floor.median())
        .noise(floor);
  }

  private List<String> row(String name, Samples seconds) {
    return Report.cells(name, seconds.text(3), seconds.by(floor).text(2));
  }
}
