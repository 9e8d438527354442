package io.helyos.orchestrator.entity;

import io.helyos.model.delivery.Deliveries;
import io.helyos.model.delivery.Delivery.AtTime;
import io.helyos.model.delivery.Settled;
import io.helyos.orchestrator.Request;
import io.helyos.orchestrator.entity.EntityMessage.Answered;
import io.helyos.orchestrator.entity.EntityMessage.Due;
import java.time.Duration;
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

  private final ActorContext<EntityMessage> context;
  private final TimerScheduler<EntityMessage> timers;
  private final Wiring wiring;
  private final Map<Object, Running> running = new HashMap<>();

  RunningEffects(
      ActorContext<EntityMessage> context, TimerScheduler<EntityMessage> timers, Wiring wiring) {
    this.context = context;
    this.timers = timers;
    this.wiring = wiring;
  }

  private static final class Running {
    private final Request request;
    private boolean settled;
    private boolean underWay;
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
    for (var effect : wanted) {
      if (running.containsKey(effect)) continue;
      var fresh = new Running(cause);
      running.put(effect, fresh);
      fresh.settled = recovered && Settled.isSettled(effect, wiring.view());
      if (!fresh.settled) carry(effect, fresh);
    }
  }

  void onDue(Due due) {
    var effect = running.get(due.effect());
    if (effect != null && !effect.settled) carry(due.effect(), effect);
  }

  /// Notes the answer; whatever is not settled is carried again later, more and more slowly.
  void onAnswered(Answered answered) {
    var effect = running.get(answered.effect());
    if (effect == null) return;
    effect.underWay = false;
    effect.settled = answered.settled();
    if (!effect.settled) {
      timers.startSingleTimer(answered.effect(), new Due(answered.effect()), retry(effect));
    }
  }

  /// Everything once more, except what the view shows to hold.
  void sweep() {
    running.forEach((effect, state) -> {
      if (state.settled && !Settled.isSettled(effect, wiring.view())) carry(effect, state);
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
    if (state.underWay) return;
    if (Deliveries.of(effect) instanceof AtTime(var time, var command)) {
      var left = Duration.between(wiring.clock().instant(), time);
      if (left.isPositive()) {
        timers.startSingleTimer(effect, new Due(effect), left);
      } else {
        // Its command ends the state that wants it; if it does not, it is tried again.
        context.getSelf().tell(new Answered(effect, false, Optional.of(command)));
      }
      return;
    }
    state.underWay = true;
    state.attempts++;
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
