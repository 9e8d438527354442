package io.helyos.model.deployment;

import io.helyos.model.DeploymentId;
import io.helyos.model.template.PodTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// A deployment as its events have left it.
public sealed interface Deployment {
  /// Never deployed, or removed. Revisions go on when the name comes back.
  ///
  /// @param last who it was, empty before its first life
  /// @param former who had the same letters before that, split in another way: its project may list
  ///   it still
  record Absent(Optional<DeploymentId> last, Optional<DeploymentId> former, int revision)
      implements Deployment {}

  /// A deployment that exists, whether its pods are meant to run or not.
  ///
  /// @param former who had the same letters before, split in another way: its project may list it
  ///   still
  /// @param suspended by its project; on top of the mode
  /// @param revision that is wanted; an older one after a rollback
  /// @param revisions all of this life, by number
  /// @param expires when it is removed by itself
  /// @param everyNode where its pods are not as many as replicas but one on each node; then the
  ///   replicas are as many as nodes match
  record Active(
      DeploymentId id,
      Optional<DeploymentId> former,
      Mode mode,
      boolean suspended,
      int replicas,
      Map<String, String> labels,
      UpdatePolicy update,
      int revision,
      Map<Integer, Revision> revisions,
      Rollout rollout,
      Slots slots,
      Optional<Instant> expires,
      Optional<EveryNode> everyNode)
      implements Deployment {
    private static final Duration SETTLING = Duration.ofSeconds(2);

    public Active {
      labels = Collections.unmodifiableMap(new TreeMap<>(labels));
      revisions = Collections.unmodifiableMap(new TreeMap<>(revisions));
    }

    public PodTemplate template() {
      return revision(revision).template();
    }

    public Revision revision(int number) {
      var found = revisions.get(number);
      if (found == null) {
        throw new IllegalStateException("%s has no revision %d".formatted(id, number));
      }
      return found;
    }

    /// The number of the last revision that was made.
    public int newest() {
      return revisions.keySet().stream().reduce(revision, Math::max);
    }

    /// Whether its pods are meant to run at all.
    public boolean wantsPods() {
      return mode == Mode.RUNNING && !suspended;
    }

    /// Whether a slot is to have a pod while the pods are meant to run.
    public boolean wants(int index) {
      return everyNode
          .map(nodes -> nodes.has(index))
          .orElseGet(() -> index < replicas || slots.get(index).filter(Slot::surge).isPresent());
    }

    /// Whether it is known how many pods it wants.
    boolean isCounted() {
      return everyNode.map(EveryNode::counted).orElse(true);
    }

    /// The indexes of its replicas, from the lowest up.
    public IntStream indexes() {
      return everyNode.map(EveryNode::indexesNow).orElseGet(() -> IntStream.range(0, replicas));
    }

    /// Whether a wanted index is beyond the replicas.
    boolean isBeyond(int index) {
      return everyNode.isEmpty() && index >= replicas;
    }

    /// How long a new pod has to be ready before it counts. Of a version without checks the first
    /// one has to stay up for a moment before it is followed: what cannot start dies at once.
    public Duration minReady() {
      var template = template();
      var unchecked = template.health().isEmpty() && template.readiness().isEmpty();
      var asked = update.minReady();
      return asked.isZero() && unchecked && !rollout.trusted() ? SETTLING : asked;
    }

    /// The revision that pods take which are added now: one that works, when the wanted one is not
    /// to be given to more of them.
    int revisionOfNew() {
      return rollout.isActive() || rollout.state() == Rollout.State.COMPLETED
          ? revision
          : rollout.lastCompleted().orElse(revision);
    }

    Active withMode(Mode next) {
      return new Active(
          id, former, next, suspended, replicas, labels, update, revision, revisions, rollout,
          slots, expires, everyNode);
    }

    Active withSuspended(boolean next) {
      return new Active(
          id, former, mode, next, replicas, labels, update, revision, revisions, rollout, slots,
          expires, everyNode);
    }

    Active withReplicas(int next) {
      return new Active(
          id, former, mode, suspended, next, labels, update, revision, revisions, rollout, slots,
          expires, everyNode);
    }

    Active withRevision(int next, Map<Integer, Revision> all) {
      return new Active(
          id, former, mode, suspended, replicas, labels, update, next, all, rollout, slots, expires,
          everyNode);
    }

    Active withRollout(Rollout next) {
      return new Active(
          id, former, mode, suspended, replicas, labels, update, revision, revisions, next, slots,
          expires, everyNode);
    }

    Active withNodes(EveryNode next) {
      return new Active(
          id,
          former,
          mode,
          suspended,
          next.matching().size(),
          labels,
          update,
          revision,
          revisions,
          rollout,
          slots,
          expires,
          Optional.of(next));
    }

    Active withSlots(Slots next) {
      return new Active(
          id, former, mode, suspended, replicas, labels, update, revision, revisions, rollout, next,
          expires, everyNode);
    }
  }

  enum Mode {
    RUNNING,
    /// By `stop`: the definition is kept, scaling or deploying brings it back.
    STOPPED,
    /// By `rm`: gone as soon as its pods are.
    REMOVING
  }
}
