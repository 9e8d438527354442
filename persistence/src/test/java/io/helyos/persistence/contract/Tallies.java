package io.helyos.persistence.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.SpawnProtocol;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/// An actor system on a journal file, with tallies in it.
final class Tallies implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ActorSystem<SpawnProtocol.Command> system;

  Tallies(Path file) {
    system =
        ActorSystem.create(
            Behaviors.setup(_ -> SpawnProtocol.create()), "tallies", TestSystems.on(file));
  }

  ActorRef<Tally.Add> start(String name) throws Exception {
    return result(
        AskPattern.ask(
            system,
            answerTo ->
                new SpawnProtocol.Spawn<>(
                    Tally.of(name), name.replace('|', '.'), Props.empty(), answerTo),
            PATIENCE,
            system.scheduler()));
  }

  CompletionStage<Long> add(ActorRef<Tally.Add> tally, int events) {
    return AskPattern.ask(
        tally, answerTo -> new Tally.Add(events, answerTo), PATIENCE, system.scheduler());
  }

  EmbeddedStore store() {
    return EmbeddedStore.get(system);
  }

  static <T> T result(CompletionStage<T> stage)
      throws ExecutionException, InterruptedException, TimeoutException {
    return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /// For a process that only ends by being killed.
  void waitForEver() throws ExecutionException, InterruptedException {
    system.getWhenTerminated().toCompletableFuture().get();
  }

  @Override
  public void close() {
    system.terminate();
    system
        .getWhenTerminated()
        .toCompletableFuture()
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .join();
  }
}
