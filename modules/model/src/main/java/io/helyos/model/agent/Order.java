package io.helyos.model.agent;

import io.helyos.model.PodId;
import io.helyos.model.Seat;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.PublishedPort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the agent was last told about a container of a pod, or has decided itself while nobody
/// could be reached.
///
/// @param incarnation a higher one fences off every lower one
/// @param attempt the container start that is wanted within the incarnation
/// @param restarts in a row before this attempt; the back-off counts on from here
/// @param pullFailures in a row before this attempt
/// @param origin what the order follows from; reports carry it back
/// @param unheard reports of earlier attempts that the pod has not answered, the oldest first
/// @param drainSince of one that ends a pod: when its traffic was told to leave, if it drains
/// @param companion which container of a pod of several it is about; empty for the pod's own
public record Order(
    PodId pod,
    Want want,
    long incarnation,
    int attempt,
    int restarts,
    int pullFailures,
    int revision,
    PodTemplate template,
    List<PublishedPort> ports,
    Origin origin,
    List<PodCommand> unheard,
    Optional<Instant> drainSince,
    Optional<String> companion) {
  public Order {
    ports = List.copyOf(ports);
    unheard = List.copyOf(unheard);
  }

  /// An order as a pod gives it, of a container that has not crashed yet.
  public Order(
      PodId pod,
      Want want,
      long incarnation,
      int attempt,
      int revision,
      PodTemplate template,
      List<PublishedPort> ports,
      Origin origin) {
    this(
        pod,
        want,
        incarnation,
        attempt,
        0,
        0,
        revision,
        template,
        ports,
        origin,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /// An order that nothing drains by.
  public Order(
      PodId pod,
      Want want,
      long incarnation,
      int attempt,
      int restarts,
      int pullFailures,
      int revision,
      PodTemplate template,
      List<PublishedPort> ports,
      Origin origin,
      List<PodCommand> unheard) {
    this(
        pod,
        want,
        incarnation,
        attempt,
        restarts,
        pullFailures,
        revision,
        template,
        ports,
        origin,
        unheard,
        Optional.empty(),
        Optional.empty());
  }

  /// An order about a pod's own container.
  public Order(
      PodId pod,
      Want want,
      long incarnation,
      int attempt,
      int restarts,
      int pullFailures,
      int revision,
      PodTemplate template,
      List<PublishedPort> ports,
      Origin origin,
      List<PodCommand> unheard,
      Optional<Instant> drainSince) {
    this(
        pod,
        want,
        incarnation,
        attempt,
        restarts,
        pullFailures,
        revision,
        template,
        ports,
        origin,
        unheard,
        drainSince,
        Optional.empty());
  }

  /// Which container it is about.
  public Seat seat() {
    return new Seat(pod, companion);
  }

  public enum Want {
    RUNNING,
    /// The attempt is over and reported; its dead container is kept for its log.
    ENDED,
    /// No container of this or a lower incarnation.
    GONE
  }

  /// The user's command behind an order.
  ///
  /// @param cause `entity@sequence` of the event that made the order necessary
  /// @param causeTime that event's time; whatever follows is later
  public record Origin(String change, String author, String cause, Instant causeTime) {}

  /// The same with another wish.
  public Order wanting(Want next) {
    return at(next, attempt, restarts, pullFailures);
  }

  /// The next container start, by the agent's own decision.
  public Order retrying(int restartsNow, int pullFailuresNow) {
    return at(Want.RUNNING, attempt + 1, restartsNow, pullFailuresNow);
  }

  /// A later start that is under way already; each one in between was a restart.
  public Order atAttempt(int later) {
    return at(Want.RUNNING, later, restarts + later - attempt, pullFailures);
  }

  private Order at(Want next, int start, int restartsNow, int pullFailuresNow) {
    return new Order(
        pod,
        next,
        incarnation,
        start,
        restartsNow,
        pullFailuresNow,
        revision,
        template,
        ports,
        origin,
        unheard,
        drainSince,
        companion);
  }

  /// The same, with traffic that was told to leave at this instant.
  public Order drainingSince(Optional<Instant> since) {
    return keeping(unheard, since);
  }

  /// The same, with one more report that nobody has answered.
  public Order owing(PodCommand report) {
    var all = new ArrayList<>(unheard);
    all.add(report);
    return withUnheard(all);
  }

  /// The same, with these reports unanswered.
  public Order withUnheard(List<PodCommand> reports) {
    return keeping(reports, drainSince);
  }

  private Order keeping(List<PodCommand> reports, Optional<Instant> since) {
    return new Order(
        pod,
        want,
        incarnation,
        attempt,
        restarts,
        pullFailures,
        revision,
        template,
        ports,
        origin,
        reports,
        since,
        companion);
  }

  /// The same about a companion of the pod's own container.
  public Order about(Optional<String> name) {
    return new Order(
        pod,
        want,
        incarnation,
        attempt,
        restarts,
        pullFailures,
        revision,
        template,
        ports,
        origin,
        unheard,
        drainSince,
        name);
  }
}
