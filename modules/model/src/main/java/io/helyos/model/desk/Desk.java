package io.helyos.model.desk;

import io.helyos.model.PodId;
import io.helyos.model.Seat;
import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.desk.StepOutcome.CannotStart;
import io.helyos.model.health.Checkup;
import io.helyos.model.health.Checkup.Kind;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.PodCommand.ReportGone;
import io.helyos.model.port.ContainerEvent;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ProbeAnswer;
import io.helyos.model.reconciliation.Draining;
import io.helyos.model.reconciliation.Reconciliation;
import io.helyos.model.reconciliation.Step;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the agent knows of one container's place in a pod, and what it does next about it; most
/// pods have one such place, and their desk is the pod's. Immutable: each news makes another desk.
/// At most one call on the engine and one report are under way at a time.
///
/// @param order that is on disk
/// @param coming that is being saved; until then the present one counts
/// @param busy whether a call on the engine is under way
public record Desk(
    Seat seat,
    Optional<Order> order,
    Optional<Order> coming,
    Sight sight,
    Start start,
    Talk talk,
    Optional<Checkup> checkup,
    boolean busy) {
  public static Desk of(PodId pod) {
    return of(Seat.of(pod));
  }

  public static Desk of(Seat seat) {
    return new Desk(
        seat,
        Optional.empty(),
        Optional.empty(),
        Sight.nothing(),
        Start.fresh(),
        Talk.fresh(),
        Optional.empty(),
        false);
  }

  public PodId pod() {
    return seat.pod();
  }

  // Orders.

  /// The newest order, be it still on its way to the disk.
  public Optional<Order> newest() {
    return coming.or(() -> order);
  }

  /// The order to save for one that has come in; empty when it is known or late.
  public Optional<Order> admit(Order next) {
    return newest().filter(now -> !Reconciliation.supersedes(next, now)).isPresent()
        ? Optional.empty()
        : Optional.of(newest().map(now -> Orders.following(next, now)).orElse(next));
  }

  public Desk expect(Order next) {
    return new Desk(seat, order, Optional.of(next), sight, start, talk, checkup, busy);
  }

  public Desk notSaved(Order failed) {
    return coming.filter(failed::equals).isEmpty()
        ? this
        : new Desk(seat, order, Optional.empty(), sight, start, talk, checkup, busy);
  }

  /// The order is on disk. An earlier one that was overtaken meanwhile counts no more.
  public Desk saved(Order next) {
    return newest().filter(next::equals).isEmpty()
        ? this
        : new Desk(
            seat,
            Optional.of(Orders.saved(next, order)),
            Optional.empty(),
            sight,
            Start.fresh(),
            talk.renewed(Orders.owes(order)),
            Optional.empty(),
            busy);
  }

  /// The next start by the agent's own decision, when its time has come and the pod is silent.
  public Optional<Order> deputised(Instant now) {
    return Deputy.order(this, now);
  }

  // The engine.

  /// The containers that have had this place, as last seen.
  public Collection<ContainerState> seen() {
    return sight.containers();
  }

  /// The next call on the engine.
  public Step step(Instant now) {
    if (busy || order.isEmpty() || start.waits(now)) return new Step.Rest();
    var own = Reconciliation.own(order.get(), sight.containers());
    if (own.filter(this::isDoomed).isPresent()) return new Step.Halt(own.get());
    return Restraint.of(this, Reconciliation.next(order.get(), sight.containers(), now));
  }

  private boolean isDoomed(ContainerState container) {
    return order.filter(o -> o.want() == Want.RUNNING).isPresent()
        && container.isRunning()
        && checkup.filter(c -> c.container().equals(container.id()) && c.isUnhealthy()).isPresent();
  }

  /// Whether the image was fetched for the present start: if it is missing still, it cannot be had.
  public boolean hasFetched() {
    return start.fetched();
  }

  public Desk working() {
    return with(sight, start, true);
  }

  /// A call on the engine, begun for an order, has ended.
  public Desk worked(Order by, StepOutcome outcome, Instant now) {
    return Work.done(this, by, outcome, now);
  }

  /// The image of an order is there, or cannot be had.
  public Desk fetched(Order by, Optional<CannotStart> failure) {
    return wantsImage(by) ? with(sight, start.hasFetched(failure), busy) : this;
  }

  /// Whether an order's image is to be fetched; nobody needs that of an order that is past.
  public boolean wantsImage(Order by) {
    return start.fetching().filter(by::equals).isPresent();
  }

  public Desk heard(ContainerEvent event, long count) {
    return with(sight.heard(event, count), start, busy);
  }

  /// The engine has listed this, asked when the agent had heard so much. What was heard or begun
  /// since then is newer.
  public Desk listed(Collection<ContainerState> seen, long asked) {
    return busy || sight.lastHeard() > asked ? this : with(sight.listed(seen), start, busy);
  }

  Desk with(Sight seen, Start started, boolean working) {
    return new Desk(seat, order, coming, seen, started, talk, checkup, working);
  }

  // The pod.

  /// What has happened that no report was made up of yet.
  public Optional<News> news() {
    return Conversation.news(this);
  }

  /// A report is being made up.
  public Desk preparing() {
    return with(talk.preparing(true));
  }

  /// It could not be made up, and is tried again.
  public Desk notMade() {
    return with(talk.preparing(false));
  }

  /// The report is made up.
  ///
  /// @param by the order that it was made up under; of another one it is not needed
  public Desk made(Order by, PodCommand report, Instant now) {
    return order.filter(by::equals).isPresent()
        ? Conversation.made(this, report, now)
        : with(talk.preparing(false));
  }

  /// Goes on without an answer when the pod has been silent for long enough.
  public Desk silenced(Instant now) {
    return Conversation.silenced(this, now);
  }

  /// The report that is to be told next.
  public Optional<PodCommand> nextReport(Instant now) {
    return Conversation.next(this, now);
  }

  public Desk telling(PodCommand report, Instant now) {
    return with(talk.telling(report, now));
  }

  /// Nobody has answered; it is told again.
  public Desk unanswered(Instant now) {
    return with(talk.unanswered(Orders.owes(order), now));
  }

  public Desk answered(PodCommand report, Instant now) {
    return Conversation.answered(this, report, now);
  }

  /// Whether nothing more is to be done about the pod once it has answered this.
  public boolean isClosedBy(PodCommand report) {
    return report instanceof ReportGone(var incarnation, _)
        && !busy
        && newest()
            .filter(o -> o.incarnation() == incarnation)
            .filter(o -> Reconciliation.isVacated(o, sight.containers()))
            .isPresent();
  }

  /// After a restart of the daemon the view may show that the pod knows its container already.
  public Desk recall(Pod state, Instant now) {
    return Attendance.recalled(this, state, now);
  }

  Desk watching(Talk next, Optional<Checkup> begun) {
    return new Desk(seat, order, coming, sight, start, next, begun, busy);
  }

  Desk with(Talk next) {
    return new Desk(seat, order, coming, sight, start, next, checkup, busy);
  }

  /// The present order has become this, by what the pod has heard or will hear.
  Desk ordered(Order now) {
    return new Desk(seat, Optional.of(now), coming, sight, start, talk, checkup, busy);
  }

  /// The present start is over.
  Desk resting(Talk next) {
    return new Desk(seat, order, coming, sight, Start.fresh(), next, Optional.empty(), busy);
  }

  // The checks.

  /// The questions that are due to the container.
  public List<Kind> questions(Instant now) {
    return checkup.filter(this::isLive).map(c -> c.due(now)).orElse(List.of());
  }

  private boolean isLive(Checkup of) {
    var container = sight.byId().get(of.container());
    return container != null && container.isRunning();
  }

  public Desk asked(Kind kind, Instant now) {
    return with(checkup.map(c -> c.asked(kind, now)));
  }

  /// An answer of a container that is no longer the present one counts for nothing.
  public Desk told(String container, Kind kind, ProbeAnswer answer, Instant now) {
    return with(
        checkup.map(c -> c.container().equals(container) ? c.answered(kind, answer, now) : c));
  }

  /// Where the container is asked; empty when the engine has not said it yet. On the node's own
  /// network that is the node.
  public String address() {
    return Addresses.of(this);
  }

  /// The same for a container of a pod of several: they all have the holder's address.
  public String address(Optional<Desk> holder) {
    return Addresses.of(this, holder);
  }

  private Desk with(Optional<Checkup> next) {
    return new Desk(seat, order, coming, sight, start, talk, next, busy);
  }

  /// When to look at this desk again, should nothing come in before.
  public Optional<Instant> wakeAt(Instant now) {
    return Stream.of(
            checkup.filter(this::isLive).flatMap(Checkup::next),
            talk.silentSince().map(since -> since.plus(Talk.SILENCE)),
            talk.overdue(),
            talk.overdue().map(due -> due.minus(Talk.SILENCE)),
            order.flatMap(o -> Reconciliation.nextCollection(o, sight.containers())),
            order.flatMap(o -> Draining.next(o, sight.containers())),
            Optional.of(talk.notBefore()),
            Optional.of(start.notBefore()))
        .flatMap(Optional::stream)
        .filter(at -> at.isAfter(now))
        .min(Instant::compareTo);
  }
}
