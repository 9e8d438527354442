package io.helyos.model.delivery;

import io.helyos.model.Decider;
import io.helyos.model.Decision;
import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.EntityKind;
import io.helyos.model.PodId;
import io.helyos.model.RandomWalk;
import io.helyos.model.cluster.Cluster;
import io.helyos.model.delivery.Answer.Done;
import io.helyos.model.delivery.Answer.Refused;
import io.helyos.model.delivery.Delivery.AtTime;
import io.helyos.model.delivery.Delivery.ToAgent;
import io.helyos.model.delivery.Delivery.ToEngine;
import io.helyos.model.delivery.Delivery.ToEntity;
import io.helyos.model.delivery.Delivery.ToNodes;
import io.helyos.model.delivery.Delivery.ToScheduler;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.node.Node;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.project.Project;
import io.helyos.model.scheduling.Candidate;
import io.helyos.model.scheduling.Scheduler;
import io.helyos.model.scheduling.Verdict;
import io.helyos.model.view.Deciders;
import io.helyos.model.view.Row;
import io.helyos.model.view.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// All entities, two agents, and a wire between them that loses, repeats and reorders while it is
/// faulty. What the shell does with effects and answers, in one thread and with time as it is told.
final class SmallWorld implements View {
  private final Random dice;
  private final Map<EntityId, Object> states = new LinkedHashMap<>();
  private final Map<EntityId, Map<Object, Boolean>> running = new LinkedHashMap<>();
  private final List<Runnable> wire = new ArrayList<>();
  private final Map<String, SmallAgent> agents = new TreeMap<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private boolean faulty = true;

  SmallWorld(Random dice, String... nodes) {
    this.dice = dice;
    for (var node : nodes) agents.put(node, new SmallAgent(this, dice, node));
  }

  Instant now() {
    return now;
  }

  boolean isFaulty() {
    return faulty;
  }

  /// From now on everything arrives, once and in order, and no container fails.
  void calm() {
    faulty = false;
  }

  SmallAgent agent(String node) {
    return Optional.ofNullable(agents.get(node)).orElseThrow();
  }

  void send(Runnable message) {
    var copies = faulty ? RandomWalk.pick(dice, List.of(0, 1, 1, 1, 1, 1, 1, 2)) : 1;
    for (var copy = 0; copy < copies; copy++) wire.add(message);
  }

  void deliverOne() {
    if (wire.isEmpty()) return;
    wire.remove(faulty ? dice.nextInt(wire.size()) : 0).run();
  }

  void deliverAll() {
    while (!wire.isEmpty()) deliverOne();
  }

  /// Asks an entity, as a user or as the wire does.
  Answer execute(EntityId id, Object command) {
    var decider = decider(id.kind());
    var state = state(id);
    wake(id);
    return switch (decider.decide(state, command, now)) {
      case Decision.Rejected<Object>(var why) -> new Refused(id, why);
      case Decision.Accepted<Object>(var events) -> {
        for (var event : events) state = decider.evolve(state, event);
        states.put(id, state);
        become(id);
        yield new Done(id, 1, now, "", decider.answer(state, command));
      }
    };
  }

  private Object state(EntityId id) {
    return states.computeIfAbsent(id, _ -> decider(id.kind()).initial());
  }

  // Each decider meets states of its own kind only.
  @SuppressWarnings("unchecked")
  private static Decider<Object, Object, Object, Object> decider(EntityKind kind) {
    return (Decider<Object, Object, Object, Object>) Deciders.of(kind);
  }

  /// An entity that was asleep takes up its effects, but for those that hold as far as is known.
  private void wake(EntityId id) {
    if (running.containsKey(id)) return;
    running.put(id, new LinkedHashMap<>());
    for (var effect : decider(id.kind()).effects(state(id))) begin(id, effect, true);
  }

  private void become(EntityId id) {
    var wanted = decider(id.kind()).effects(state(id));
    var present = of(id);
    present.keySet().retainAll(wanted);
    for (var effect : wanted) {
      if (!present.containsKey(effect)) begin(id, effect, false);
    }
  }

  private void begin(EntityId id, Object effect, boolean recovered) {
    var settled = recovered && Settled.isSettled(effect, this);
    of(id).put(effect, settled);
    if (!settled) carry(id, effect);
  }

  private Map<Object, Boolean> of(EntityId id) {
    return running.computeIfAbsent(id, _ -> new LinkedHashMap<>());
  }

  private void carry(EntityId from, Object effect) {
    switch (Deliveries.of(effect)) {
      case ToEntity(var to, var command) ->
          send(() -> {
            var answer = execute(to, command);
            send(() ->
                answered(
                    from,
                    effect,
                    Answers.settles(effect, answer),
                    Answers.command(effect, answer)));
          });
      case ToAgent order ->
          send(() -> {
            if (!isOvertaken(from, effect, order)) agent(order.node()).take(order);
            send(() -> answered(from, effect, true, Optional.empty()));
          });
      case ToScheduler ask ->
          send(() -> {
            var verdict =
                Scheduler.choose(ask.pod(), ask.incarnation(), ask.needs(), candidates(), now);
            send(() -> judged(from, effect, ask.incarnation(), verdict));
          });
      case ToNodes asked ->
          send(() -> {
            var news = Matching.news(asked, this);
            answered(from, effect, news.isEmpty(), news);
          });
      case ToEngine asked ->
          send(() -> {
            if (!asked.notBefore().isAfter(now)) answered(from, effect, false, looked(asked));
          });
      case AtTime(var time, var command) -> {
        if (!time.isAfter(now)) execute(from, command);
      }
    }
  }

  private Optional<Object> looked(ToEngine asked) {
    var place = Looks.place(asked, this);
    return Looks.news(asked, place.filter(at -> agent(at.node()).run(at.containers())).isPresent());
  }

  /// What a pod says to an agent comes in order, however late: the agent gives up its desk after
  /// the last order of an incarnation, and no earlier one can follow that. As long as there is the
  /// desk, they are mixed up all the same.
  private boolean isOvertaken(EntityId from, Object effect, ToAgent order) {
    return !of(from).containsKey(effect) && !agent(order.node()).hasOrder(order.pod());
  }

  private void judged(EntityId from, Object effect, long incarnation, Verdict verdict) {
    switch (verdict) {
      case Verdict.Chosen(var node, var scores, var against) ->
          answered(
              from,
              effect,
              true,
              Optional.of(new PodCommand.ChoosePlacement(incarnation, node, scores, against)));
      case Verdict.NoneFits(var against) ->
          answered(
              from,
              effect,
              false,
              Optional.of(new PodCommand.ReportUnplaceable(incarnation, against)));
    }
  }

  private void answered(EntityId id, Object effect, boolean settled, Optional<Object> command) {
    if (of(id).replace(effect, settled) == null) return;
    command.ifPresent(c -> execute(id, c));
  }

  private List<Candidate> candidates() {
    return nodes().stream()
        .map(row -> (Node.Registered) row.state())
        .map(node -> new Candidate(node, 1, 1, node.reservations().size(), 0))
        .toList();
  }

  /// Time passes: what nobody has confirmed is said again, timers end, agents do one step.
  void tick(Duration time) {
    now = now.plus(time);
    everyEffect((id, effect, settled) -> {
      if (!settled) carry(id, effect);
    });
    agents.values().forEach(SmallAgent::step);
  }

  /// Everything once more that the view does not show to hold.
  void sweep() {
    everyEffect((id, effect, settled) -> {
      if (settled && !Settled.isSettled(effect, this)) carry(id, effect);
    });
  }

  /// The daemon dies and starts again: who has something to do is woken, all others sleep.
  void restart() {
    running.clear();
    for (var id : Set.copyOf(new LinkedHashSet<>(states.keySet()))) {
      if (Waking.isNeeded(row(id, Object.class), this)) wake(id);
    }
  }

  private void everyEffect(Visitor visitor) {
    for (var id : List.copyOf(running.keySet())) {
      for (var effect : List.copyOf(of(id).keySet())) {
        var settled = of(id).get(effect);
        if (settled != null) visitor.visit(id, effect, settled);
      }
    }
  }

  private interface Visitor {
    void visit(EntityId id, Object effect, boolean settled);
  }

  /// All states as they are now.
  Map<EntityId, Object> snapshot() {
    return Map.copyOf(states);
  }

  private <S> Row<S> row(EntityId id, Class<S> type) {
    return new Row<>(id, type.cast(state(id)), 1, Instant.EPOCH, Instant.EPOCH);
  }

  private <S> Optional<Row<S>> find(EntityId id, Class<S> type) {
    return states.containsKey(id) ? Optional.of(row(id, type)) : Optional.empty();
  }

  private <S> List<Row<S>> all(EntityKind kind, Class<S> type) {
    return states.entrySet().stream()
        .filter(e -> e.getKey().kind() == kind && Deciders.exists(e.getValue()))
        .map(e -> row(e.getKey(), type))
        .toList();
  }

  @Override
  public Optional<Row<Cluster>> cluster() {
    return find(EntityId.cluster(), Cluster.class);
  }

  @Override
  public Optional<Row<Project>> project(String name) {
    return find(EntityId.project(name), Project.class);
  }

  @Override
  public Optional<Row<Deployment>> deployment(DeploymentId id) {
    return find(id.entity(), Deployment.class);
  }

  @Override
  public Optional<Row<Pod>> pod(PodId id) {
    return find(id.entity(), Pod.class);
  }

  @Override
  public Optional<Row<Node>> node(String name) {
    return find(EntityId.node(name), Node.class);
  }

  @Override
  public List<Row<Project>> projects() {
    return all(EntityKind.PROJECT, Project.class);
  }

  @Override
  public List<Row<Deployment>> deployments() {
    return all(EntityKind.DEPLOYMENT, Deployment.class);
  }

  @Override
  public List<Row<Pod>> pods() {
    return all(EntityKind.POD, Pod.class);
  }

  @Override
  public List<Row<Pod>> pods(DeploymentId owner) {
    return pods().stream()
        .filter(row -> row.state().lived().orElseThrow().assignment().pod().owner().equals(owner))
        .toList();
  }

  @Override
  public List<Row<Node>> nodes() {
    return all(EntityKind.NODE, Node.class);
  }
}
