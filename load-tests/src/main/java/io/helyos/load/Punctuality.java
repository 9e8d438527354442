package io.helyos.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// How long after its due instant a backed-off restart begins: by Helyos, by a bare timer, and by a
/// Helyos that is killed in the back-off and started again.
final class Punctuality implements Benchmark {
  private static final int ROUNDS = 9;
  private static final double BACKOFF = 1;
  private static final double WANTED = 0.5;

  private final Engine engine = new Engine();
  private final Samples bare = new Samples();
  private final Samples helyos = new Samples();
  private final Samples killed = new Samples();
  private String body = "";

  @Override
  public String title() {
    return "Restarts at their due instant";
  }

  @Override
  public void run(Report report) throws Exception {
    engine.removeAll();
    var daemon = Daemon.start();
    try (var events = engine.events()) {
      for (var round = 0; round < ROUNDS; round++) {
        helyos.add(byHelyos(daemon, events));
        bare.add(byTimer(events));
        daemon = byKilled(daemon, events);
      }
    } finally {
      daemon.close();
      engine.removeAll();
    }
    tell(report);
  }

  private double byHelyos(Daemon daemon, EngineEvents events) throws Exception {
    var victim = Victim.deployed(daemon, engine, events, "");
    body = victim.body();
    victim.kill();
    var due = due(events);
    var late = events.await("start", 1).getFirst().seconds() - due;
    Victim.remove(daemon, engine);
    return late;
  }

  /// By the engine's own word on the end.
  private static double due(EngineEvents events) throws Exception {
    return events.await("die", 1).getFirst().seconds() + BACKOFF;
  }

  /// Hears of the end, sets a timer, creates the same again and starts it.
  private double byTimer(EngineEvents events) throws Exception {
    try (var lane = new EngineLane(engine.socket());
        var ears = new EngineLane(engine.socket())) {
      var victim = Victim.made(engine, lane, "bench-timer-1", body);
      events.await("start", 1);
      ears.open(engine.eventsOf("die"));
      var next = CompletableFuture.runAsync(() -> createAfterBackoff(lane, ears));
      victim.kill();
      var due = due(events);
      var late = events.await("start", 1).getFirst().seconds() - due;
      next.get(Victim.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      engine.removeAll();
      return late;
    }
  }

  private void createAfterBackoff(EngineLane lane, EngineLane ears) {
    try {
      var died = ears.next().path("timeNano").asLong() / 1e9;
      var wait = died + BACKOFF - System.currentTimeMillis() / 1e3;
      CompletableFuture.delayedExecutor(Math.round(wait * 1e3), TimeUnit.MILLISECONDS)
          .execute(() -> {
            try {
              Victim.create(lane, "bench-timer-2", body);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The instant passes while no daemon is there; it counts from when the next one is ready.
  private Daemon byKilled(Daemon first, EngineEvents events) throws Exception {
    var victim = Victim.deployed(first, engine, events, "");
    victim.kill();
    var due = due(events);
    var next = first.killedAndStartedAgain();
    var ready = System.currentTimeMillis() / 1e3;
    killed.add(events.await("start", 1).getFirst().seconds() - Math.max(due, ready));
    Victim.remove(next, engine);
    return next;
  }

  private void tell(Report report) {
    report
        .paragraph(
            "A container's process is killed; with the default back-off the restart is due 1 s after"
                + " the engine's `die`. What counts is the `start` event of the replacement, by the"
                + " engine's own clock: creating and starting it is part of the lateness. %d rounds,"
                    .formatted(ROUNDS)
                + " all in turn. The bare timer is a program that hears `die`, sets a timer, creates"
                + " the same container and starts it. In the last row helyosd is killed with SIGKILL"
                + " in the back-off and started again at once; it counts from when both the instant"
                + " and `/ready` are there, so that a restart before `/ready` is below zero.")
        .table(
            List.of("", "seconds late, median (least to most)", "more than the bare timer"),
            List.of(
                row("a bare timer", bare),
                row("Helyos", helyos),
                row("Helyos, killed in the back-off", killed)))
        .target(
            "at most %.1f s later than the bare timer, in every round".formatted(WANTED),
            helyos.less(bare).max() <= WANTED && killed.less(bare).max() <= WANTED);
  }

  private List<String> row(String name, Samples late) {
    return Report.cells(name, late.text(3), late.less(bare).text(3));
  }
}
