package io.helyos.orchestrator.agent;

import io.helyos.model.agent.Order;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.PodCommand.ReportGone;
import io.helyos.model.pod.PodCommand.ReportStartFailed;
import io.helyos.model.reconciliation.Step;
import io.helyos.orchestrator.agent.AgentMessage.Fetched;
import io.helyos.orchestrator.agent.AgentMessage.NotTold;
import io.helyos.orchestrator.agent.AgentMessage.StepDone;
import io.helyos.orchestrator.agent.AgentMessage.Told;
import io.helyos.orchestrator.agent.AgentMessage.Told.News;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/// Carries steps out: calls on the engine in bounded lanes, news to pods at once.
final class Steps {
  /// Stopping is mostly waiting for a grace to pass; it is not to hold up starts.
  private static final int STOP_LANES = 16;

  private final ActorContext<AgentMessage> context;
  private final Engine engine;
  private final Evidence evidence;
  private final ControlPlane pods;
  private final Site site;
  private final Lanes starts;
  private final Lanes stops = new Lanes(STOP_LANES);

  Steps(
      ActorContext<AgentMessage> context,
      Engine engine,
      Evidence evidence,
      ControlPlane pods,
      Site site) {
    this.context = context;
    this.engine = engine;
    this.evidence = evidence;
    this.pods = pods;
    this.site = site;
    this.starts = new Lanes(site.lanes());
  }

  /// Begins a step; a message of its end follows.
  void take(PodDesk desk, Order order, Step step) {
    switch (step) {
      case Step.Rest() -> {}
      case Step.BringUp() ->
          call(order, starts.submit(() -> engine.bringUp(order, desk.isFetched())));
      case Step.Start(var container) ->
          call(order, starts.submit(() -> engine.start(order, container)));
      case Step.Stop(var container) ->
          call(order, stops.submit(() -> engine.stop(order, container)));
      case Step.Remove(var container) -> call(order, stops.submit(() -> engine.remove(container)));
      case Step.TellStarted(var container) ->
          tell(order, News.STARTED, container.id(), evidence.ofStart(order, container));
      case Step.TellExited(var container) ->
          tell(order, News.ENDED, container.id(), evidence.ofEnd(order, container));
      case Step.TellGone() -> {
        PodCommand gone = new ReportGone(order.incarnation(), site.node());
        tell(order, News.GONE, "", CompletableFuture.completedStage(gone));
      }
    }
  }

  /// Fetches the order's image, aside from the lanes: a slow registry holds up nobody else.
  void fetch(Order order) {
    context.pipeToSelf(
        engine.fetch(order),
        (failed, _) -> new Fetched(order, failed == null ? Optional.empty() : failed));
  }

  void tellFailure(Order order, StepOutcome.CannotStart cannot) {
    PodCommand failed =
        new ReportStartFailed(
            order.incarnation(), order.attempt(), cannot.failure(), cannot.message(), cannot.at());
    tell(order, News.ENDED, "", CompletableFuture.completedStage(failed));
  }

  private void call(Order order, CompletionStage<StepOutcome> outcome) {
    context.pipeToSelf(
        outcome,
        (done, failure) ->
            failure == null && done != null
                ? new StepDone(order, done)
                : new StepDone(
                    order,
                    new StepOutcome.Unclear(
                        failure == null ? "no outcome" : Engine.message(failure))));
  }

  private void tell(Order order, News news, String container, CompletionStage<PodCommand> command) {
    context.pipeToSelf(
        command.thenCompose(said -> pods.tell(order.pod(), said, order.origin())),
        (answer, failure) ->
            failure == null && answer != null
                ? new Told(order, news, container)
                : new NotTold(
                    order.pod(), failure == null ? "no answer" : Engine.message(failure)));
  }
}
