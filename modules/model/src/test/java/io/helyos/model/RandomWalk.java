package io.helyos.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Decision.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/// A life of two hundred random commands. What must hold in every life is checked on the way: each
/// event that a decider produced can follow, its effects can be told, and replay equals live.
public final class RandomWalk<C, E, S, F> {
  private static final int STEPS = 200;

  private final Decider<C, E, S, F> decider;
  private final Random dice;
  private final List<E> journal = new ArrayList<>();
  private final List<Step<C, E, S>> steps = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private S state;

  private RandomWalk(Decider<C, E, S, F> decider, long seed) {
    this.decider = decider;
    this.dice = new Random(seed);
    this.state = decider.initial();
  }

  /// As many lives as each law is tried on.
  public static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  /// One step: a command with the state before and after it, and what was stored.
  public record Step<C, E, S>(S before, C command, List<E> events, S after, Instant now) {
    public boolean changed() {
      return !events.isEmpty();
    }
  }

  /// Draws the commands of a life from dice and the state as it stands.
  public interface Commands<C, S> {
    C next(Random dice, S state, Instant now);
  }

  /// One of these.
  public static <T> T pick(Random dice, List<T> all) {
    return all.get(dice.nextInt(all.size()));
  }

  public static <C, E, S, F> RandomWalk<C, E, S, F> of(
      Decider<C, E, S, F> decider, long seed, Commands<C, S> commands) {
    var walk = new RandomWalk<C, E, S, F>(decider, seed);
    for (var step = 0; step < STEPS; step++) walk.step(commands);
    return walk;
  }

  public List<Step<C, E, S>> steps() {
    return Collections.unmodifiableList(steps);
  }

  public void forEachStep(Consumer<Step<C, E, S>> check) {
    steps.forEach(check);
  }

  private void step(Commands<C, S> commands) {
    now = now.plus(Duration.ofSeconds(dice.nextInt(40)));
    var command = commands.next(dice, state, now);
    var before = state;
    var events =
        decider.decide(before, command, now) instanceof Accepted<E>(var all) ? all : List.<E>of();
    for (var event : events) {
      state = decider.evolve(state, event);
      // Effects of a state in the middle of a decision are told too: a replay passes through it.
      Objects.requireNonNull(decider.effects(state));
    }
    journal.addAll(events);
    steps.add(new Step<>(before, command, events, state, now));
  }

  /// Folding the journal from nothing gives the live state, and the same effects.
  public void replayEqualsLive() {
    var replayed = decider.initial();
    for (var event : journal) replayed = decider.evolve(replayed, event);
    assertThat(replayed).isEqualTo(state);
    assertThat(decider.effects(replayed)).isEqualTo(decider.effects(state));
    assertThat(replayed.hashCode()).isEqualTo(state.hashCode());
  }

  /// Whatever happens twice changes nothing the second time.
  public void repeatingChangesNothing(Class<?>... commands) {
    for (var step : steps) {
      if (!step.changed() || !List.of(commands).contains(step.command().getClass())) continue;
      assertThat(decider.decide(step.after(), step.command(), step.now()))
          .as("%s again, in %s", step.command(), step.after())
          .isEqualTo(Decision.unchanged());
    }
  }
}
