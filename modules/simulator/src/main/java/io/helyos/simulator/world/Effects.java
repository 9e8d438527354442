package io.helyos.simulator.world;

import io.helyos.model.delivery.Delivery.AtTime;
import io.helyos.model.delivery.Delivery.ToEngine;
import io.helyos.simulator.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The effects of an entity's state that are being made true: what is new is started, what is gone
/// is cancelled, what nobody has confirmed is said again.
final class Effects {
  private static final Duration FIRST_RETRY = Duration.ofMillis(500);
  private static final Duration LAST_RETRY = Duration.ofSeconds(15);
  private static final Duration LOST = Duration.ofSeconds(30);

  private final Shell shell;
  private final World world;
  private final Map<Object, Running> running = new LinkedHashMap<>();

  Effects(Shell shell) {
    this.shell = shell;
    this.world = shell.home().world();
  }

  private static final class Running {
    private final Request request;
    private boolean settled;
    private Optional<Instant> since = Optional.empty();
    private int attempts;
    private Timeline.@Nullable Timer timer;

    private Running(Request request) {
      this.request = request;
    }

    private void cancel() {
      if (timer != null) timer.cancel();
      timer = null;
    }
  }

  /// From now on exactly these effects are to hold.
  ///
  /// @param recovered whether the view may already show some of them to hold
  void become(Set<Object> wanted, Request cause, boolean recovered) {
    running
        .entrySet()
        .removeIf(entry -> {
          var ended = !wanted.contains(entry.getKey());
          if (ended) entry.getValue().cancel();
          return ended;
        });
    for (var effect : inOrder(wanted)) {
      var begun = new Running(cause);
      running.put(effect, begun);
      begun.settled = recovered && isSettled(effect);
      if (!begun.settled) carry(effect, begun);
    }
  }

  /// Those that are new, in an order that is the same in every process.
  private List<Object> inOrder(Set<Object> wanted) {
    var fresh = new ArrayList<Object>();
    for (var effect : wanted) {
      if (!running.containsKey(effect)) fresh.add(effect);
    }
    fresh.sort(Comparator.comparing(Object::toString));
    return fresh;
  }

  private boolean isSettled(Object effect) {
    return world.rules().settled().test(effect, shell.home().view());
  }

  void restart() {
    running.values().forEach(Running::cancel);
    running.clear();
  }

  private void due(Object effect, Running state) {
    state.timer = null;
    if (running.get(effect) == state && !state.settled) carry(effect, state);
  }

  private void answered(Object effect, Running asked, boolean settled, Optional<Object> command) {
    var state = running.get(effect);
    if (state == null || state != asked) return;
    command.ifPresent(c -> shell.toSelf(c, state.request));
    state.since = Optional.empty();
    state.settled = settled;
    if (!settled) wait(effect, state, retry(state));
  }

  private void wait(Object effect, Running state, Duration wait) {
    state.cancel();
    state.timer = shell.home().after(wait, () -> shell.tell(() -> due(effect, state)));
  }

  /// Everything once more, except what the view shows to hold and what is on its way.
  void sweep() {
    var lost = shell.home().now().minus(LOST);
    for (var entry : List.copyOf(running.entrySet())) {
      var state = entry.getValue();
      if (state.since.filter(since -> since.isBefore(lost)).isPresent()) {
        state.since = Optional.empty();
      }
      if (isSettled(entry.getKey())) state.settled = true;
      else if (state.timer == null) carry(entry.getKey(), state);
    }
  }

  /// Whether the entity may leave: nothing is under way, no time is awaited.
  boolean isQuiet() {
    return running.entrySet().stream()
        .allMatch(e -> e.getValue().settled && !(delivery(e.getKey()) instanceof AtTime));
  }

  /// What is still to be said to somebody.
  List<Object> open() {
    return running.entrySet().stream()
        .filter(e -> !e.getValue().settled && !(delivery(e.getKey()) instanceof AtTime))
        .map(Map.Entry::getKey)
        .toList();
  }

  private io.helyos.model.delivery.Delivery delivery(Object effect) {
    return world.rules().deliveries().apply(effect);
  }

  private void carry(Object effect, Running state) {
    var delivery = delivery(effect);
    if (delivery instanceof AtTime(var time, var command)) {
      if (left(time).isPositive()) wait(effect, state, left(time));
      else answered(effect, state, false, Optional.of(command));
    } else if (delivery instanceof ToEngine asked && left(asked.notBefore()).isPositive()) {
      wait(effect, state, left(asked.notBefore()));
    } else if (state.since.isEmpty()) {
      state.since = Optional.of(shell.home().now());
      state.attempts++;
      shell
          .home()
          .post()
          .carry(
              shell.id(),
              effect,
              delivery,
              state.request,
              (settled, command) -> shell.tell(() -> answered(effect, state, settled, command)));
    }
  }

  private Duration left(Instant time) {
    return Duration.between(shell.home().now(), time);
  }

  private Duration retry(Running state) {
    var doubled = FIRST_RETRY.multipliedBy(1L << Math.min(state.attempts, 10));
    var wait = doubled.compareTo(LAST_RETRY) < 0 ? doubled : LAST_RETRY;
    return wait.plus(shell.home().jitter(wait.dividedBy(4)));
  }
}
