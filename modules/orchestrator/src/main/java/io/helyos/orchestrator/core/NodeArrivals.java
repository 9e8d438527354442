package io.helyos.orchestrator.core;

import io.helyos.orchestrator.view.LiveView;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.actor.typed.ActorSystem;

/// Calls whoever cares for the nodes when they have changed. Nodes come in crowds, so one call is
/// for all that have come within a moment.
final class NodeArrivals {
  private static final Duration MOMENT = Duration.ofMillis(200);

  private final ActorSystem<?> system;
  private final Runnable look;
  private final AtomicBoolean looking = new AtomicBoolean();

  NodeArrivals(ActorSystem<?> system, Runnable look) {
    this.system = system;
    this.look = look;
  }

  /// From now on, and once for those who are there already.
  void follow(LiveView view) {
    view.onNodes(this::changed);
    changed();
  }

  private void changed() {
    if (!looking.compareAndSet(false, true)) return;
    system.scheduler().scheduleOnce(MOMENT, this::call, system.executionContext());
  }

  private void call() {
    looking.set(false);
    look.run();
  }
}
