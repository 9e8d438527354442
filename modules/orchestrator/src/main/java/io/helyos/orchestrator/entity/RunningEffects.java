package io.helyos.orchestrator.entity;

import io.helyos.model.delivery.Deliveries;
import io.helyos.model.delivery.Delivery.AtTime;
import io.helyos.model.delivery.Delivery.ToEngine;
import io.helyos.model.delivery.Delivery.ToNodes;
import io.helyos.model.delivery.Settled;
import io.helyos.orchestrator.Request;
import io.helyos.orchestrator.entity.EntityMessage.Answered;
import io.helyos.orchestrator.entity.EntityMessage.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/// The effects of an entity's state that are being made true. What is new in the state is started,
/// what is no longer in it is cancelled, and what nobody has confirmed is said again.
final class RunningEffects {
  private static final Duration FIRST_RETRY = Duration.ofMillis(500);
  private static final Duration LAST_RETRY = Duration.ofSeconds(15);

  /// A deployment of ten thousand pods is not to ask them all at once: the last would not be
  /// answered in time, and would be asked again.
  private static final int MOST_UNDER_WAY = 256;

  /// Longer than any carrier's patience: an answer that has not come by then was lost.
  private static final Duration LOST = Duration.ofSeconds(30);

  private final ActorContext<EntityMessage> context;
  private final TimerScheduler<EntityMessage> timers;
  private final Wiring wiring;
  private final Map<Object, Running> running = new HashMap<>();
  private final Deque<Object> queued = new ArrayDeque<>();
  private int underWay;

  RunningEffects(
      ActorContext<EntityMessage> context, TimerScheduler<EntityMessage> timers, Wiring wiring) {
    this.context = context;
    this.timers = timers;
    this.wiring = wiring;
  }

  private static final class Running {
    private final Request request;
    private boolean settled;
    private boolean isQueued;
    private Optional<Instant> since = Optional.empty();
    private int attempts;

    private Running(Request request) {
      this.request = request;
    }
  }

  /// From now on exactly these effects are to hold.
  ///
  /// @param cause what the new ones follow from
  /// @param recovered whether the view may already show some of them to hold
  void become(Set<Object> wanted, Request cause, boolean recovered) {
    running
        .keySet()
        .removeIf(effect -> {
          var gone = !wanted.contains(effect);
          if (gone) timers.cancel(effect);
          return gone;
        });
    underWay = (int) running.values().stream().filter(state -> state.since.isPresent()).count();
    for (var effect : wanted) {
      if (running.containsKey(effect)) continue;
      var fresh = new Running(cause);
      running.put(effect, fresh);
      fresh.settled = recovered && Settled.isSettled(effect, wiring.view());
      if (!fresh.settled) carry(effect, fresh);
    }
    next();
  }

  /// Everything is to be said anew: what was under way belongs to a life that has failed.
  void restart() {
    running.clear();
    queued.clear();
    underWay = 0;
  }

  void onDue(Due due) {
    var effect = running.get(due.effect());
    if (effect != null && !effect.settled) carry(due.effect(), effect);
  }

  /// Notes the answer; whatever is not settled is carried again later, more and more slowly.
  void onAnswered(Answered answered) {
    var effect = running.get(answered.effect());
    if (effect == null) return;
    if (effect.since.isPresent()) underWay--;
    effect.since = Optional.empty();
    effect.settled = answered.settled();
    if (!effect.settled) {
      timers.startSingleTimer(answered.effect(), new Due(answered.effect()), retry(effect));
    }
    next();
  }

  /// Everything once more, except what the view shows to hold and what is on its way.
  void sweep() {
    var lost = wiring.clock().instant().minus(LOST);
    running.forEach((effect, state) -> {
      if (state.since.filter(since -> since.isBefore(lost)).isPresent()) {
        underWay--;
        state.since = Optional.empty();
      }
      if (Settled.isSettled(effect, wiring.view())) {
        state.settled = true;
      } else if (!timers.isTimerActive(effect)) {
        carry(effect, state);
      }
    });
  }

  /// What hangs on the view alone is carried again if the view shows that it holds no more.
  void look() {
    running.forEach((effect, state) -> {
      if (Deliveries.of(effect) instanceof ToNodes && !Settled.isSettled(effect, wiring.view())) {
        state.settled = false;
        carry(effect, state);
      }
    });
  }

  /// What the commands that come out of this effect follow from.
  Optional<Request> request(Object effect) {
    return Optional.ofNullable(running.get(effect)).map(state -> state.request);
  }

  /// Whether the entity may leave: nothing is under way, no time is awaited.
  boolean isQuiet() {
    return running.entrySet().stream()
        .allMatch(e -> e.getValue().settled && !(Deliveries.of(e.getKey()) instanceof AtTime));
  }

  private void carry(Object effect, Running state) {
    if (Deliveries.of(effect) instanceof AtTime(var time, var command)) {
      await(effect, time, command);
    } else if (Deliveries.of(effect) instanceof ToEngine asked
        && left(asked.notBefore()).isPositive()) {
      timers.startSingleTimer(effect, new Due(effect), left(asked.notBefore()));
    } else if (state.since.isEmpty() && !state.isQueued) {
      state.isQueued = true;
      queued.add(effect);
      next();
    }
  }

  private void await(Object effect, Instant time, Object command) {
    if (left(time).isPositive()) {
      timers.startSingleTimer(effect, new Due(effect), left(time));
    } else {
      // Its command ends the state that wants it; if it does not, it is tried again.
      context.getSelf().tell(new Answered(effect, false, Optional.of(command)));
    }
  }

  private Duration left(Instant time) {
    return Duration.between(wiring.clock().instant(), time);
  }

  /// Sends what waits, as far as there is room.
  private void next() {
    while (underWay < MOST_UNDER_WAY && !queued.isEmpty()) {
      var effect = queued.removeFirst();
      var state = running.get(effect);
      // Meanwhile the state may have stopped wanting it.
      if (state != null && state.isQueued) send(effect, state);
    }
  }

  private void send(Object effect, Running state) {
    state.isQueued = false;
    state.since = Optional.of(wiring.clock().instant());
    state.attempts++;
    underWay++;
    context.pipeToSelf(
        wiring.carrier().carry(effect, Deliveries.of(effect), state.request),
        (outcome, failure) ->
            failure != null || outcome == null
                ? new Answered(effect, false, Optional.empty())
                : new Answered(effect, outcome.settled(), outcome.command()));
  }

  private static Duration retry(Running state) {
    var doubled = FIRST_RETRY.multipliedBy(1L << Math.min(state.attempts, 10));
    var wait = doubled.compareTo(LAST_RETRY) < 0 ? doubled : LAST_RETRY;
    // Thousands of pods that wait for the same thing are not to ask in the same instant.
    return wait.plusMillis(ThreadLocalRandom.current().nextLong(wait.toMillis() / 4 + 1));
  }
}
