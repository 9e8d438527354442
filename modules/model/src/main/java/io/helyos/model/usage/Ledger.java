package io.helyos.model.usage;

import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.EntityKind;
import io.helyos.model.deployment.DeploymentEvent;
import io.helyos.model.pod.PodEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// What was used in a period, counted from all events since the journal began: what came before the
/// period says how things stood when it did. Each entity's events have to come in their order.
public final class Ledger {
  private final Period asked;
  private final Books books;
  private final Map<EntityId, PodMeter> pods = new HashMap<>();
  private final Map<EntityId, ReplicaMeter> deployments = new HashMap<>();
  private final Set<String> unread = new TreeSet<>();
  private Optional<Instant> first = Optional.empty();

  public Ledger(Period period) {
    this.asked = period;
    this.books = new Books(period);
  }

  /// Whether an event of this entity can have anything to say.
  public static boolean concerns(EntityId entity) {
    return entity.kind() == EntityKind.POD || entity.kind() == EntityKind.DEPLOYMENT;
  }

  /// The next event of an entity. What is later than the period is none of its business.
  public void saw(EntityId entity, Instant time, Object event) {
    if (first.isEmpty() || time.isBefore(first.get())) first = Optional.of(time);
    if (!time.isBefore(asked.to()) || unread.contains(entity.toString())) return;
    switch (event) {
      case PodEvent pod ->
          pods.computeIfAbsent(entity, _ -> new PodMeter(asked, books)).saw(time, pod);
      case DeploymentEvent deployment ->
          deployments.computeIfAbsent(entity, _ -> new ReplicaMeter(books)).saw(time, deployment);
      default -> {}
    }
  }

  /// An event of this entity cannot be read, so that nothing later can be said of it.
  public void cannotRead(EntityId entity, Instant time) {
    if (!time.isBefore(asked.to()) || !concerns(entity)) return;
    unread.add(entity.toString());
    Optional.ofNullable(pods.remove(entity)).ifPresent(pod -> pod.bookUntil(time));
  }

  /// To be called after the last event: what still goes on is booked up to the end of the period.
  public Ledger close() {
    pods.values().forEach(pod -> pod.bookUntil(asked.to()));
    return this;
  }

  /// Which time it tells of: none before the first event.
  public Period period() {
    return first.map(asked::after).orElse(asked);
  }

  /// What is not whole here, as a newer build has written it.
  public Collection<String> unread() {
    return Set.copyOf(unread);
  }

  public Map<DeploymentId, Usage> byDeployment() {
    return books.byDeployment();
  }

  public Map<String, Usage> byProject() {
    return books.byProject();
  }

  /// By the digest that the engine told, or by the image's name when it has never run.
  ///
  /// @param project which ones count
  public Map<String, Usage> byImage(Predicate<String> project) {
    return books.byImage(project);
  }
}
