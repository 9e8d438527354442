package io.helyos.model.deployment;

import io.helyos.model.Merge;
import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.TemplateMerge;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/// A deployment without one earlier change of it. How far its pods are does not count, only what
/// users decide.
final class DeploymentMerge {
  /// That there is such a deployment at all.
  private static final String EXISTENCE = "existence";

  private DeploymentMerge() {}

  static Deployment of(Merge<Deployment> change) {
    var was = there(change.before());
    var became = there(change.after());
    var is = there(change.now());
    if (became.isEmpty()) return was.isEmpty() ? change.now() : removed(change, is.isEmpty());
    if (was.isEmpty()) return made(change, became.get(), is);
    if (is.isEmpty() || !isSameLife(became.get(), is.get())) {
      change.conflict(EXISTENCE);
      return change.now();
    }
    return merged(change.as(was.get(), became.get(), is.get()));
  }

  private static Optional<Active> there(Deployment deployment) {
    return deployment instanceof Active active && active.mode() != Mode.REMOVING
        ? Optional.of(active)
        : Optional.empty();
  }

  /// Revisions go on over all lives of a name, and each life has its own.
  private static boolean isSameLife(Active one, Active later) {
    return later.revisions().containsKey(one.revision());
  }

  private static Deployment removed(Merge<Deployment> change, boolean isGone) {
    change.touch(EXISTENCE);
    if (isGone) return change.before();
    change.conflict(EXISTENCE);
    return change.now();
  }

  /// What was made is taken away only as it was made: later changes would be lost with it.
  private static Deployment made(Merge<Deployment> change, Active became, Optional<Active> is) {
    change.touch(EXISTENCE);
    if (is.isEmpty()) return change.now();
    if (!isSameLife(became, is.get())) {
      change.conflict(EXISTENCE);
      return change.now();
    }
    var since = Merge.of(became, is.get(), is.get());
    merged(since);
    since.touched().forEach(change::conflict);
    return change.before();
  }

  private static Active merged(Merge<Active> change) {
    var now = change.now();
    var revision = revision(change);
    var revisions = new TreeMap<>(now.revisions());
    var template = change.part("", Active::template, TemplateMerge::of);
    if (!template.equals(now.revision(revision).template())) {
      revision = numbered(change, template);
      revisions.putIfAbsent(revision, Revision.of(template, Instant.EPOCH));
    }
    var paused = change.field("paused", active -> active.rollout().paused());
    return new Active(
        now.id(),
        now.former(),
        change.field("mode", Active::mode),
        now.suspended(),
        change.field("replicas", DeploymentMerge::wantedReplicas),
        change.entries("labels", Active::labels),
        change.part("update", Active::update, DeploymentMerge::update),
        revision,
        revisions,
        now.rollout().heldAs(paused),
        now.slots(),
        change.field("expires", Active::expires),
        now.everyNode()
            .map(nodes ->
                nodes.selecting(
                    change.field(
                        "placement.nodes",
                        active -> active.everyNode().map(EveryNode::selectors).orElseThrow()))));
  }

  /// Of a deployment with one pod on each node the nodes decide it.
  private static int wantedReplicas(Active active) {
    return active.everyNode().isPresent() ? 0 : active.replicas();
  }

  /// Of a change that has made a revision of the same template, a restart, only the revision tells.
  private static int revision(Merge<Active> change) {
    var isRestart = change.before().template().equals(change.after().template());
    return isRestart ? change.field("revision", Active::revision) : change.now().revision();
  }

  /// The number of a revision with this template: the one of before if it is that, or a new one.
  private static int numbered(Merge<Active> change, PodTemplate template) {
    var old = change.now().revisions().get(change.before().revision());
    return old != null && old.template().equals(template)
        ? change.before().revision()
        : change.now().newest() + 1;
  }

  private static UpdatePolicy update(Merge<UpdatePolicy> change) {
    return new UpdatePolicy(
        change.field("strategy", UpdatePolicy::strategy),
        change.field("maxSurge", UpdatePolicy::maxSurge),
        change.field("maxUnavailable", UpdatePolicy::maxUnavailable),
        change.field("minReady", UpdatePolicy::minReady),
        change.field("progressDeadline", UpdatePolicy::progressDeadline),
        change.field("onFailure", UpdatePolicy::onFailure),
        change.field("failureThreshold", UpdatePolicy::failureThreshold));
  }
}
