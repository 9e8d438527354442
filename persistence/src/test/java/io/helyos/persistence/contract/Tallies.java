package io.helyos.persistence.contract;

import io.helyos.model.port.Feed;
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

/// An actor system on a journal, with tallies in it.
public final class Tallies implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ActorSystem<SpawnProtocol.Command> system;

  private final Feed feed;

  public Tallies(JournalUnderTest journal) {
    system =
        ActorSystem.create(
            Behaviors.setup(_ -> SpawnProtocol.create()), "tallies", journal.config());
    feed = journal.open(system);
  }

  public ActorRef<Tally.Add> start(String name) throws Exception {
    return result(
        AskPattern.ask(
            system,
            answerTo ->
                new SpawnProtocol.Spawn<>(
                    Tally.of(name), name.replace('|', '.'), Props.empty(), answerTo),
            PATIENCE,
            system.scheduler()));
  }

  public CompletionStage<Long> add(ActorRef<Tally.Add> tally, int events) {
    return AskPattern.ask(
        tally, answerTo -> new Tally.Add(events, answerTo), PATIENCE, system.scheduler());
  }

  public Feed feed() {
    return feed;
  }

  public ActorSystem<?> system() {
    return system;
  }

  public static <T> T result(CompletionStage<T> stage)
      throws ExecutionException, InterruptedException, TimeoutException {
    return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /// For a process that only ends by being killed.
  public void waitForEver() throws ExecutionException, InterruptedException {
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
