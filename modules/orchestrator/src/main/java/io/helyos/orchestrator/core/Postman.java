package io.helyos.orchestrator.core;

import io.helyos.model.EntityId;
import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.delivery.Answers;
import io.helyos.model.delivery.Delivery;
import io.helyos.model.delivery.Delivery.AtTime;
import io.helyos.model.delivery.Delivery.ToAgent;
import io.helyos.model.delivery.Delivery.ToEngine;
import io.helyos.model.delivery.Delivery.ToEntity;
import io.helyos.model.delivery.Delivery.ToNodes;
import io.helyos.model.delivery.Delivery.ToScheduler;
import io.helyos.model.delivery.Looks;
import io.helyos.model.delivery.Matching;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.Revision;
import io.helyos.model.desk.Orders;
import io.helyos.model.pod.PodCommand.ChoosePlacement;
import io.helyos.model.pod.PodCommand.ReportUnplaceable;
import io.helyos.model.scheduling.Verdict;
import io.helyos.model.template.OneContainer;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.view.Row;
import io.helyos.model.view.View;
import io.helyos.orchestrator.Request;
import io.helyos.orchestrator.agent.Agents;
import io.helyos.orchestrator.entity.Carrier;
import io.helyos.orchestrator.entity.Entities;
import io.helyos.orchestrator.placement.Placements;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;

/// Carries each delivery to its entity, agent or scheduler, and brings the answer back as a
/// command.
public final class Postman implements Carrier {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ActorSystem<?> system;
  private final Entities entities;
  private final Agents agents;
  private final ActorRef<Placements.Ask> placements;
  private final View view;

  public Postman(
      ActorSystem<?> system,
      Entities entities,
      Agents agents,
      ActorRef<Placements.Ask> placements,
      View view) {
    this.system = system;
    this.entities = entities;
    this.agents = agents;
    this.placements = placements;
    this.view = view;
  }

  @Override
  public CompletionStage<Outcome> carry(Object effect, Delivery delivery, Request request) {
    return switch (delivery) {
      case ToEntity(var to, var command) ->
          entities
              .execute(to, command, request)
              .thenApply(answer ->
                  new Outcome(Answers.settles(effect, answer), Answers.command(effect, answer)));
      case ToAgent order -> order(order, request);
      case ToScheduler ask ->
          AskPattern.<Placements.Ask, Verdict>ask(
                  placements,
                  replyTo -> new Placements.Ask(ask.pod(), ask.incarnation(), ask.needs(), replyTo),
                  PATIENCE,
                  system.scheduler())
              .thenApply(verdict -> outcome(ask.incarnation(), verdict));
      case ToNodes asked -> {
        var news = Matching.news(asked, view);
        yield CompletableFuture.completedStage(new Outcome(news.isEmpty(), news));
      }
      case ToEngine asked -> look(asked);
      case AtTime _ ->
          CompletableFuture.failedStage(
              new IllegalArgumentException("Time comes by itself: " + delivery));
    };
  }

  @Override
  public void goOn(EntityId entity) {
    entities.wake(entity);
  }

  /// What is not steady now, or cannot be seen, is looked at again.
  private CompletionStage<Outcome> look(ToEngine asked) {
    return Looks.place(asked, view)
        .map(place -> agents.run(place.node(), place.containers()))
        .orElseGet(() -> CompletableFuture.completedStage(false))
        .thenApply(running -> new Outcome(false, Looks.news(asked, running)));
  }

  private static Outcome outcome(long incarnation, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Chosen(var node, var scores, var against) ->
          new Outcome(true, Optional.of(new ChoosePlacement(incarnation, node, scores, against)));
      // Not settled: room may come, and is asked for again.
      case Verdict.NoneFits(var against) ->
          new Outcome(false, Optional.of(new ReportUnplaceable(incarnation, against)));
    };
  }

  private CompletionStage<Outcome> order(ToAgent order, Request request) {
    var origin =
        new Order.Origin(request.change(), request.author(), request.cause(), request.causeTime());
    return switch (order.want()) {
      case GONE ->
          send(
              order.node(),
              Orders.gone(order.pod(), order.incarnation(), order.stop(), origin)
                  .drainingSince(order.drainSince())
                  .about(order.companion()));
      case RUNNING, ENDED ->
          template(order.pod(), order.revision())
              .flatMap(template -> OneContainer.of(template, order.companion()))
              .map(template -> send(order.node(), order(order, template, origin)))
              .orElseGet(() ->
                  CompletableFuture.failedStage(
                      new IllegalStateException(
                          "Revision %d of %s is not in the view"
                              .formatted(order.revision(), order.pod().owner()))));
    };
  }

  private static Order order(ToAgent order, PodTemplate template, Order.Origin origin) {
    return new Order(
        order.pod(),
        order.want(),
        order.incarnation(),
        order.attempt(),
        order.restarts(),
        order.pullFailures(),
        order.revision(),
        template,
        order.ports(),
        origin,
        List.of(),
        Optional.empty(),
        order.companion());
  }

  private CompletionStage<Outcome> send(String node, Order order) {
    return agents.order(node, order).thenApply(_ -> new Outcome(true, Optional.empty()));
  }

  private Optional<PodTemplate> template(PodId pod, int revision) {
    return view.deployment(pod.owner())
        .map(Row::state)
        .filter(Deployment.Active.class::isInstance)
        .map(Deployment.Active.class::cast)
        .flatMap(active -> Optional.ofNullable(active.revisions().get(revision)))
        .map(Revision::toRun);
  }
}
