package io.helyos.orchestrator.watch;

import io.helyos.model.cluster.ClusterCommand.ReportSilence;
import io.helyos.orchestrator.watch.NodeWatcher.Message;
import java.time.Duration;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.cluster.ClusterEvent.MemberEvent;
import org.apache.pekko.cluster.ClusterEvent.MemberRemoved;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Subscribe;

/// The one watcher of the cluster. It lives on the oldest daemon and moves when that is gone.
public final class NodeWatcher extends AbstractBehavior<Message> {
  private static final Duration EVERY = Duration.ofSeconds(1);

  /// What nobody else wakes: entities whose daemon is gone, and whose timers went with it.
  private static final Duration WAKE = Duration.ofSeconds(30);

  private final Watch watch;
  private boolean reporting;

  /// What is said to it.
  public sealed interface Message {}

  private enum Tick implements Message {
    LISTEN,
    WAKE
  }

  private record Members(MemberEvent event) implements Message {}

  private record Reported(boolean taken) implements Message {}

  private NodeWatcher(ActorContext<Message> context, Watch watch) {
    super(context);
    this.watch = watch;
  }

  public static Behavior<Message> create(Watch watch) {
    return Behaviors.<Message>supervise(
            Behaviors.setup(context ->
                Behaviors.withTimers(timers -> {
                  var members = context.messageAdapter(MemberEvent.class, Members::new);
                  Cluster.get(context.getSystem())
                      .subscriptions()
                      .tell(Subscribe.create(members, MemberEvent.class));
                  timers.startTimerWithFixedDelay(Tick.LISTEN, EVERY);
                  timers.startTimerWithFixedDelay(Tick.WAKE, Duration.ZERO, WAKE);
                  return new NodeWatcher(context, watch);
                })))
        .onFailure(SupervisorStrategy.restart());
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder().onMessage(Message.class, this::onMessage).build();
  }

  private Behavior<Message> onMessage(Message message) {
    switch (message) {
      case Tick.LISTEN -> listen();
      case Tick.WAKE -> watch.wake();
      case Members(var event) -> {
        if (event instanceof MemberRemoved) watch.wake();
      }
      case Reported(var taken) -> {
        reporting = false;
        // While the journal was away daemons may have waited for it, and not been silent by death.
        if (!taken) watch.deaf();
      }
    }
    return this;
  }

  private void listen() {
    if (reporting) return;
    watch.news().ifPresent(this::report);
  }

  private void report(ReportSilence news) {
    reporting = true;
    getContext()
        .pipeToSelf(
            watch.report(news),
            (answer, failure) -> new Reported(failure == null && answer != null));
  }
}
