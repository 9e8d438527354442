package io.helyos.orchestrator.agent;

import io.helyos.model.EntityId;
import io.helyos.model.PodId;
import io.helyos.model.Rejection;
import io.helyos.model.agent.Order;
import io.helyos.model.delivery.Answer;
import io.helyos.model.node.NodeEvent.NodeRegistered;
import io.helyos.model.node.NodeEvent.PodFenced;
import io.helyos.model.node.NodeFacts;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.view.View;
import io.helyos.orchestrator.view.LiveView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// A control plane that listens and believes everything; whether it is there, and whether it knows
/// a container, is the test's choice.
final class HeardPlane implements ControlPlane {
  private final List<PodCommand> heard = new CopyOnWriteArrayList<>();
  private final LiveView view = new LiveView();
  private volatile boolean away;
  private final List<PodId> cleared = new CopyOnWriteArrayList<>();
  private final List<Long> ordered = new CopyOnWriteArrayList<>();
  private final AtomicLong nodeEvents = new AtomicLong();
  private volatile boolean knowsContainers;

  void goAway() {
    away = true;
  }

  void comeBack() {
    away = false;
  }

  /// A node that is known remembers a life that is over on its machine.
  void fence(String node, PodId pod, long dead) {
    view.saw(
        EntityId.node(node), nodeEvents.incrementAndGet(), Instant.EPOCH, new PodFenced(pod, dead));
  }

  /// A pod that has given an order knows the incarnation that it is of.
  void knowIncarnation(long incarnation) {
    ordered.add(incarnation);
  }

  void knowContainers() {
    knowsContainers = true;
  }

  /// All news, oldest first.
  List<PodCommand> heard() {
    return heard;
  }

  <T> List<T> heard(Class<T> kind) {
    return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Override
  public CompletionStage<Answer> tell(PodId pod, PodCommand news, Order.Origin origin) {
    if (away) return CompletableFuture.failedStage(new IllegalStateException("nobody is there"));
    heard.add(news);
    var isUnknown =
        news instanceof PodCommand.ConfirmContainer(var incarnation, _, _)
            && !knowsContainers
            && !ordered.contains(incarnation);
    return CompletableFuture.completedStage(
        isUnknown
            ? new Answer.Refused(pod.entity(), Rejection.stale("not mine"))
            : new Answer.Done(pod.entity(), 1, Instant.EPOCH, "", ""));
  }

  @Override
  public CompletionStage<Answer> register(
      String node, NodeFacts facts, Map<String, String> labels) {
    var id = EntityId.node(node);
    var registered = new NodeRegistered(node, Optional.empty(), facts, Map.of(), labels);
    view.saw(id, nodeEvents.incrementAndGet(), Instant.EPOCH, registered);
    return CompletableFuture.completedStage(
        new Answer.Done(EntityId.node(node), 1, Instant.EPOCH, "", ""));
  }

  @Override
  public CompletionStage<Answer> cleared(String node, PodId pod, long incarnation) {
    cleared.add(pod);
    return CompletableFuture.completedStage(
        new Answer.Done(EntityId.node(node), 1, Instant.EPOCH, "", ""));
  }

  /// Pods that were said to be cleared from the machine.
  List<PodId> cleared() {
    return cleared;
  }

  @Override
  public void wake(PodId pod) {}

  @Override
  public View view() {
    return view;
  }
}
