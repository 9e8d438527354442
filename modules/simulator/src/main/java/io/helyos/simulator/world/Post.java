package io.helyos.simulator.world;

import io.helyos.model.EntityId;
import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.delivery.Answer;
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
import io.helyos.model.node.Node;
import io.helyos.model.pod.PodCommand.ChoosePlacement;
import io.helyos.model.pod.PodCommand.ReportUnplaceable;
import io.helyos.model.scheduling.Candidate;
import io.helyos.model.scheduling.Scheduler;
import io.helyos.model.scheduling.Verdict;
import io.helyos.model.template.OneContainer;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.view.Row;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Carries the deliveries of one daemon's entities to where they belong, and brings back what came
/// of them.
final class Post {
  private static final Duration ENTITY_PATIENCE = Duration.ofSeconds(10);
  private static final Duration AGENT_PATIENCE = Duration.ofSeconds(5);

  /// Hears whether the effect is settled, and what the entity is to do because of the answer.
  interface Outcome {
    void of(boolean settled, Optional<Object> command);
  }

  private final Daemon home;
  private final World world;

  Post(Daemon home) {
    this.home = home;
    this.world = home.world();
  }

  void carry(EntityId from, Object effect, Delivery delivery, Request request, Outcome then) {
    switch (delivery) {
      case ToEntity(var to, var command) ->
          ask(
              from.toString(),
              to,
              command,
              request,
              answer ->
                  answer.ifPresentOrElse(
                      a ->
                          then.of(
                              Answers.settles(effect, a), world.rules().answers().apply(effect, a)),
                      () -> then.of(false, Optional.empty())));
      case ToAgent order -> order(from, order, request, then);
      case ToScheduler ask ->
          home.after(home.readTime(), () -> judged(ask.incarnation(), verdict(ask), then));
      case ToNodes asked -> {
        var news = Matching.news(asked, home.view());
        then.of(news.isEmpty(), news);
      }
      case ToEngine asked -> look(from, asked, then);
      case AtTime _ -> throw new IllegalArgumentException("Time comes by itself: " + delivery);
    }
  }

  private void look(EntityId from, ToEngine asked, Outcome then) {
    var place = Looks.place(asked, home.view());
    if (place.isEmpty()) {
      home.after(home.readTime(), () -> then.of(false, Optional.empty()));
      return;
    }
    var node = place.get().node();
    world
        .network()
        .<Boolean>ask(
            home,
            new Network.Message(from.toString(), node, asked::toString),
            AGENT_PATIENCE,
            reply -> world.machine(node).look(home, place.get().containers(), reply),
            run -> then.of(false, Looks.news(asked, run.orElse(false))));
  }

  /// A command for an entity, wherever it lives.
  void ask(
      String from, EntityId to, Object command, Request request, Consumer<Optional<Answer>> then) {
    world
        .network()
        .<Answer>ask(
            home,
            new Network.Message(from, to.toString(), command::toString),
            ENTITY_PATIENCE,
            reply -> world.region().execute(home, to, command, request, reply),
            then);
  }

  private static void judged(long incarnation, Verdict verdict, Outcome then) {
    switch (verdict) {
      case Verdict.Chosen(var node, var scores, var against) ->
          then.of(true, Optional.of(new ChoosePlacement(incarnation, node, scores, against)));
      case Verdict.NoneFits(var against) ->
          then.of(false, Optional.of(new ReportUnplaceable(incarnation, against)));
    }
  }

  private Verdict verdict(ToScheduler ask) {
    return Scheduler.choose(ask.pod(), ask.incarnation(), ask.needs(), candidates(), home.now());
  }

  /// A view that lags is the reason why nodes refuse; the node decides.
  private List<Candidate> candidates() {
    return home.view().nodes().stream()
        .map(row -> (Node.Registered) row.state())
        .map(node -> new Candidate(node, 1, 1, node.reservations().size(), 0))
        .toList();
  }

  private void order(EntityId from, ToAgent ask, Request request, Outcome then) {
    var origin = new Order.Origin(request.change(), "", request.cause(), request.causeTime());
    var order =
        ask.want() == Want.GONE
            ? Optional.of(
                Orders.gone(ask.pod(), ask.incarnation(), ask.stop(), origin)
                    .drainingSince(ask.drainSince())
                    .about(ask.companion()))
            : template(ask.pod(), ask.revision())
                .flatMap(t -> OneContainer.of(t, ask.companion()))
                .map(t -> full(ask, t, origin));
    if (order.isEmpty()) {
      then.of(false, Optional.empty());
      return;
    }
    world
        .network()
        .<Boolean>ask(
            home,
            new Network.Message(from.toString(), ask.node(), ask::toString),
            AGENT_PATIENCE,
            reply -> world.machine(ask.node()).order(home, order.get(), () -> reply.accept(true)),
            saved -> then.of(saved.isPresent(), Optional.empty()));
  }

  private static Order full(ToAgent ask, PodTemplate template, Order.Origin origin) {
    return new Order(
        ask.pod(),
        ask.want(),
        ask.incarnation(),
        ask.attempt(),
        ask.restarts(),
        ask.pullFailures(),
        ask.revision(),
        template,
        ask.ports(),
        origin,
        List.of(),
        Optional.empty(),
        ask.companion());
  }

  private Optional<PodTemplate> template(PodId pod, int revision) {
    return home.view()
        .deployment(pod.owner())
        .map(Row::state)
        .filter(Deployment.Active.class::isInstance)
        .map(Deployment.Active.class::cast)
        .flatMap(active -> Optional.ofNullable(active.revisions().get(revision)))
        .map(Revision::toRun);
  }
}
