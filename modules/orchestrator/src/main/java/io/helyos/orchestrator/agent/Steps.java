package io.helyos.orchestrator.agent;

import io.helyos.model.agent.Order;
import io.helyos.model.desk.Desk;
import io.helyos.model.desk.News;
import io.helyos.model.desk.Reports;
import io.helyos.model.desk.StepOutcome;
import io.helyos.model.health.Checkup;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.port.ProbeAnswer;
import io.helyos.model.port.Prober;
import io.helyos.model.reconciliation.Step;
import io.helyos.model.template.Probe;
import io.helyos.orchestrator.agent.AgentMessage.Fetched;
import io.helyos.orchestrator.agent.AgentMessage.Made;
import io.helyos.orchestrator.agent.AgentMessage.NotMade;
import io.helyos.orchestrator.agent.AgentMessage.NotTold;
import io.helyos.orchestrator.agent.AgentMessage.Probed;
import io.helyos.orchestrator.agent.AgentMessage.StepDone;
import io.helyos.orchestrator.agent.AgentMessage.Told;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/// Carries out what the desks say: calls on the engine in bounded lanes, reports to pods and
/// questions to containers at once. A message of its end follows each.
final class Steps {
  /// Stopping is mostly waiting for a grace to pass; it is not to hold up starts.
  private static final int STOP_LANES = 16;

  private final ActorContext<AgentMessage> context;
  private final Engine engine;
  private final Evidence evidence;
  private final Prober prober;
  private final ControlPlane pods;
  private final Site site;
  private final Lanes starts;
  private final Lanes stops = new Lanes(STOP_LANES);

  Steps(
      ActorContext<AgentMessage> context,
      Engine engine,
      Evidence evidence,
      Prober prober,
      ControlPlane pods,
      Site site) {
    this.context = context;
    this.engine = engine;
    this.evidence = evidence;
    this.prober = prober;
    this.pods = pods;
    this.site = site;
    this.starts = new Lanes(site.lanes());
  }

  /// A call on the engine.
  ///
  /// @param fetched whether the image was fetched for this order
  void take(Order order, Step step, boolean fetched) {
    pods.requireAwake();
    switch (step) {
      case Step.Rest() -> {}
      case Step.BringUp() -> call(order, starts.submit(() -> engine.bringUp(order, fetched)));
      case Step.Start(var container) ->
          call(order, starts.submit(() -> engine.start(order, container)));
      case Step.Stop(var container) ->
          call(order, stops.submit(() -> engine.stop(order, container)));
      case Step.Halt(var container) ->
          call(order, stops.submit(() -> engine.halt(order, container)));
      case Step.Remove(var container) -> call(order, stops.submit(() -> engine.remove(container)));
      case Step.SetAside aside -> call(order, starts.submit(() -> engine.setAside(aside)));
    }
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

  /// Fetches the order's image, aside from the lanes: a slow registry holds up nobody else.
  void fetch(Order order) {
    context.pipeToSelf(
        engine.fetch(order),
        (failed, _) -> new Fetched(order, failed == null ? Optional.empty() : failed));
  }

  /// Makes up a report. What the engine does not give is left out of it.
  void prepare(Order order, News news) {
    var report =
        switch (news) {
          case News.Started(var container) -> evidence.ofStart(order, container);
          case News.Ended ended -> evidence.ofEnd(order, ended);
          case News.Missed _, News.NotStarted _, News.Changed _, News.Gone _ ->
              CompletableFuture.completedStage(
                  Reports.plain(order, news, site.node(), site.clock().instant()).orElseThrow());
        };
    context.pipeToSelf(
        report,
        (made, failure) ->
            failure == null && made != null ? new Made(order, made) : new NotMade(order.seat()));
  }

  void tell(Order order, PodCommand report) {
    context.pipeToSelf(
        pods.tell(order.pod(), Reports.addressed(order, report), order.origin()),
        (answer, failure) ->
            failure == null && answer != null
                ? new Told(order.seat(), report, answer)
                : new NotTold(
                    order.seat(), failure == null ? "no answer" : Engine.message(failure)));
  }

  /// Asks the container of a desk whether it is well.
  ///
  /// @param holder of its pod's network, if it has one
  void ask(Desk desk, Optional<Desk> holder, Checkup.Kind kind) {
    desk.checkup()
        .ifPresent(checkup ->
            context.pipeToSelf(
                answer(checkup.probe(kind), checkup.container(), desk.address(holder)),
                (said, failure) ->
                    new Probed(
                        desk.seat(),
                        checkup.container(),
                        kind,
                        failure == null && said != null
                            ? said
                            : ProbeAnswer.none("The check itself failed."))));
  }

  private CompletionStage<ProbeAnswer> answer(Probe probe, String container, String address) {
    return address.isEmpty() && !(probe.action() instanceof Probe.Action.Exec)
        ? CompletableFuture.completedStage(
            ProbeAnswer.bad("The container has no address on the pod network yet."))
        : prober.ask(probe, container, address);
  }
}
