package io.helyos.model.deployment;

import io.helyos.model.DeploymentId;
import io.helyos.model.template.PodTemplate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A deployment as its events have left it.
public sealed interface Deployment {
  /// Never deployed, or removed. Revisions go on when the name comes back.
  ///
  /// @param last who it was, empty before its first life
  record Absent(Optional<DeploymentId> last, int revision) implements Deployment {}

  /// A deployment that exists, whether its pods are meant to run or not.
  ///
  /// @param revision the newest
  /// @param templates of the revisions that some slot still has to run, the newest among them
  /// @param former who had the same letters before, split in another way: its project may list it
  ///   still
  /// @param suspended by its project; on top of the mode
  record Active(
      DeploymentId id,
      Optional<DeploymentId> former,
      Mode mode,
      boolean suspended,
      int replicas,
      Map<String, String> labels,
      int revision,
      Map<Integer, PodTemplate> templates,
      Slots slots)
      implements Deployment {
    public Active {
      labels = Collections.unmodifiableMap(new TreeMap<>(labels));
      templates = Collections.unmodifiableMap(new TreeMap<>(templates));
    }

    public PodTemplate template() {
      return template(revision);
    }

    public PodTemplate template(int of) {
      var template = templates.get(of);
      if (template == null) {
        throw new IllegalStateException("%s has no template of revision %d".formatted(id, of));
      }
      return template;
    }

    /// Whether its pods are meant to run at all.
    public boolean wantsPods() {
      return mode == Mode.RUNNING && !suspended;
    }

    Active withMode(Mode next) {
      return new Active(id, former, next, suspended, replicas, labels, revision, templates, slots);
    }

    Active withSuspended(boolean next) {
      return new Active(id, former, mode, next, replicas, labels, revision, templates, slots);
    }

    Active withSlots(Slots next) {
      return new Active(id, former, mode, suspended, replicas, labels, revision, templates, next);
    }

    Active withReplicas(int next) {
      return new Active(id, former, mode, suspended, next, labels, revision, templates, slots);
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
