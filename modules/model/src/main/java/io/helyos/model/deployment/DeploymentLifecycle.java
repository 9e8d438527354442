package io.helyos.model.deployment;

import static io.helyos.model.Decision.accept;
import static io.helyos.model.Decision.reject;
import static io.helyos.model.Decision.unchanged;

import io.helyos.model.Decider;
import io.helyos.model.Decision;
import io.helyos.model.DeploymentId;
import io.helyos.model.Merge;
import io.helyos.model.Rejection;
import io.helyos.model.Undo;
import io.helyos.model.deployment.Deployment.Absent;
import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.deployment.DeploymentCommand.Deploy;
import io.helyos.model.deployment.DeploymentCommand.Expire;
import io.helyos.model.deployment.DeploymentCommand.LeaveNode;
import io.helyos.model.deployment.DeploymentCommand.PauseRollout;
import io.helyos.model.deployment.DeploymentCommand.Remove;
import io.helyos.model.deployment.DeploymentCommand.ReportNodes;
import io.helyos.model.deployment.DeploymentCommand.ReportPod;
import io.helyos.model.deployment.DeploymentCommand.ReportSteady;
import io.helyos.model.deployment.DeploymentCommand.Restart;
import io.helyos.model.deployment.DeploymentCommand.Resume;
import io.helyos.model.deployment.DeploymentCommand.ResumeRollout;
import io.helyos.model.deployment.DeploymentCommand.ReviewRollout;
import io.helyos.model.deployment.DeploymentCommand.Rollback;
import io.helyos.model.deployment.DeploymentCommand.Scale;
import io.helyos.model.deployment.DeploymentCommand.StayOnNode;
import io.helyos.model.deployment.DeploymentCommand.Stop;
import io.helyos.model.deployment.DeploymentCommand.Suspend;
import io.helyos.model.deployment.DeploymentEvent.Before;
import io.helyos.model.deployment.DeploymentEvent.Deployed;
import io.helyos.model.deployment.DeploymentEvent.DeploymentRemoved;
import io.helyos.model.deployment.DeploymentEvent.DeploymentResumed;
import io.helyos.model.deployment.DeploymentEvent.DeploymentStopped;
import io.helyos.model.deployment.DeploymentEvent.DeploymentSuspended;
import io.helyos.model.deployment.DeploymentEvent.PodReported;
import io.helyos.model.deployment.DeploymentEvent.RemovalRequested;
import io.helyos.model.deployment.DeploymentEvent.Scaled;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a deployment does with each command.
public final class DeploymentLifecycle
    implements Decider<DeploymentCommand, DeploymentEvent, Deployment, DeploymentEffect> {
  /// As many pods as one deployment may ask for; the specification's figure.
  public static final int MOST_REPLICAS = 10_000;

  @Override
  public Deployment initial() {
    return new Absent(Optional.empty(), Optional.empty(), 0);
  }

  @Override
  public Decision<DeploymentEvent> decide(
      Deployment deployment, DeploymentCommand command, Instant now) {
    return switch (deployment) {
      case Absent absent -> ofAbsent(absent, command, now);
      case Active active when !active.id().equals(command.id()) -> collision(active, command);
      case Active active -> ofActive(active, command, now);
    };
  }

  private Decision<DeploymentEvent> ofAbsent(
      Absent absent, DeploymentCommand command, Instant now) {
    return switch (command) {
      case Deploy deploy when countIsWrong(deploy.replicas()) -> wrongCount(deploy.replicas());
      case Deploy deploy when Expiry.refusal(deploy, now).isPresent() ->
          Expiry.refusal(deploy, now).get();
      case Deploy deploy -> Moving.first(absent, first(absent, deploy, now));
      case ReportPod(var id, var report) when report.phase() != Phase.GONE -> noSlot(id, report);
      case ReportPod _,
          ReportSteady _,
          ReportNodes _,
          ReviewRollout _,
          Expire _,
          LeaveNode _,
          StayOnNode _ ->
          unchanged();
      // Its project lists it still; it hears that there is none, and forgets it.
      case Suspend _, Resume _ ->
          reject(Rejection.notFound("There is no deployment %s.".formatted(command.id())));
      case Scale _ ->
          reject(
              Rejection.notFound(
                  "There is no deployment %s. Deploy it first.".formatted(command.id())));
      case Stop _, Remove _, Rollback _, Restart _, PauseRollout _, ResumeRollout _ ->
          reject(
              Rejection.notFound(
                  "There is no deployment %s. `helyos deployments` shows those that are."
                      .formatted(command.id())));
    };
  }

  /// The same letters split in another way: two deployments would share their containers' names.
  private static Decision<DeploymentEvent> collision(Active active, DeploymentCommand command) {
    return switch (command) {
      case Deploy _ ->
          reject(
              Rejection.conflict(
                  ("The pods of %s would have the same names (helyos-%s-0) as those of %s, which"
                          + " exists. Choose another project or deployment name.")
                      .formatted(command.id(), command.id().joined(), active.id())));
      case Scale _,
          Stop _,
          Remove _,
          Suspend _,
          Resume _,
          Rollback _,
          Restart _,
          PauseRollout _,
          ResumeRollout _,
          ReviewRollout _,
          ReportSteady _,
          Expire _,
          ReportNodes _,
          LeaveNode _,
          StayOnNode _,
          ReportPod _ ->
          reject(Rejection.notFound("There is no deployment %s.".formatted(command.id())));
    };
  }

  private static Deployed first(Absent absent, Deploy deploy, Instant now) {
    return new Deployed(
        deploy.id(),
        Optional.empty(),
        absent.revision() + 1,
        Optional.of(deploy.template()),
        deploy.everyNode().isPresent() ? 0 : deploy.replicas(),
        deploy.labels(),
        deploy.update(),
        now,
        deploy.expires(),
        deploy.everyNode());
  }

  private Decision<DeploymentEvent> ofActive(
      Active active, DeploymentCommand command, Instant now) {
    return switch (command) {
      case Deploy deploy when countIsWrong(deploy.replicas()) -> wrongCount(deploy.replicas());
      case Deploy deploy when Expiry.refusal(deploy, now).isPresent() ->
          Expiry.refusal(deploy, now).get();
      case Scale scale when countIsWrong(scale.replicas()) -> wrongCount(scale.replicas());
      case Deploy _, Scale _, Rollback _, Restart _, PauseRollout _, ResumeRollout _
          when active.mode() == Mode.REMOVING ->
          reject(
              Rejection.conflict(
                  "%s is being removed. Try again when it is gone.".formatted(active.id())));
      case Deploy deploy -> redeploy(active, deploy, now);
      case Scale _ when active.everyNode().isPresent() -> NodeDecisions.noScale(active);
      case Scale(_, var replicas) -> scale(active, replicas, now);
      case Stop _ when active.mode() != Mode.RUNNING -> unchanged();
      case Stop _ -> accept(new DeploymentStopped(active.mode()));
      case Remove _ when active.mode() == Mode.REMOVING -> unchanged();
      case Remove _ when active.slots().size() == 0 ->
          accept(List.of(new RemovalRequested(active.mode()), new DeploymentRemoved()));
      case Remove _ -> accept(new RemovalRequested(active.mode()));
      case Suspend _ -> active.suspended() ? unchanged() : accept(new DeploymentSuspended());
      case Resume _ ->
          active.suspended() ? Moving.on(active, new DeploymentResumed(), now) : unchanged();
      case Rollback(_, var to) -> RolloutDecisions.rollback(active, to, now);
      case Restart _ -> RolloutDecisions.restart(active, now);
      case PauseRollout _ -> RolloutDecisions.pause(active, now);
      case ResumeRollout _ -> RolloutDecisions.resume(active, now);
      case ReviewRollout _ -> accept(RolloutPlanner.due(active, now));
      case ReportSteady news -> Steady.seen(active, news, now);
      case Expire news -> Expiry.expired(active, news, now);
      case ReportNodes news -> NodeDecisions.seen(active, news, now);
      case LeaveNode news -> Leaving.leave(active, news, now);
      case StayOnNode news -> Leaving.stay(active, news, now);
      case ReportPod(_, var report) -> reported(active, report, now);
    };
  }

  private static Decision<DeploymentEvent> scale(Active active, int replicas, Instant now) {
    return replicas == active.replicas() && active.mode() == Mode.RUNNING
        ? unchanged()
        : Moving.on(active, new Scaled(active.replicas(), replicas, active.mode()), now);
  }

  /// The same once more tries again what has failed.
  private Decision<DeploymentEvent> redeploy(Active active, Deploy deploy, Instant now) {
    if (NodeDecisions.isOtherMode(active, deploy)) return NodeDecisions.otherMode(active);
    var sameTemplate = active.template().equals(deploy.template());
    var replicas = deploy.everyNode().isPresent() ? active.replicas() : deploy.replicas();
    var same =
        sameTemplate
            && active.replicas() == replicas
            && active.everyNode().map(EveryNode::selectors).equals(deploy.everyNode())
            && active.labels().equals(deploy.labels())
            && active.update().equals(deploy.update())
            && active.expires().equals(deploy.expires())
            && active.mode() == Mode.RUNNING;
    var failed = active.rollout().state() == Rollout.State.STOPPED && !active.rollout().paused();
    if (same) return failed ? RolloutDecisions.resume(active, now) : unchanged();
    var before =
        new Before(
            active.revision(),
            active.replicas(),
            active.labels(),
            active.mode(),
            active.update(),
            active.expires(),
            active.everyNode().map(EveryNode::selectors));
    return Moving.on(
        active,
        new Deployed(
            active.id(),
            Optional.of(before),
            sameTemplate ? active.revision() : active.newest() + 1,
            sameTemplate ? Optional.empty() : Optional.of(deploy.template()),
            replicas,
            deploy.labels(),
            deploy.update(),
            now,
            deploy.expires(),
            deploy.everyNode()),
        now);
  }

  private Decision<DeploymentEvent> reported(Active active, PodReport report, Instant now) {
    var slot = active.slots().get(report.index());
    if (slot.isEmpty()) {
      return report.phase() == Phase.GONE ? unchanged() : noSlot(active.id(), report);
    }
    if (report.phase() == Phase.GONE) return gone(active, slot.get(), report, now);
    return slot.get().revision() == report.revision() && tells(active, slot.get(), report)
        ? Moving.on(active, new PodReported(report, now), now)
        : unchanged();
  }

  /// Setbacks are news only for a rollout that counts them.
  private static boolean tells(Active active, Slot slot, PodReport report) {
    var counts = active.rollout().isMoving() && slot.revision() == active.revision();
    return slot.isNews(report) || (counts && slot.isWorse(report));
  }

  /// Late news that a pod was gone has made a slot be forgotten while its next life had begun. The
  /// pod that hears this removes itself.
  private static Decision<DeploymentEvent> noSlot(DeploymentId id, PodReport report) {
    return reject(
        Rejection.notFound("Deployment %s has no slot %d.".formatted(id, report.index())));
  }

  /// A slot that is still wanted has only lost a life; the pod is asked again, unless it had to go
  /// for its successor.
  private Decision<DeploymentEvent> gone(Active active, Slot slot, PodReport report, Instant now) {
    var wanted = active.mode() != Mode.REMOVING && active.wants(report.index());
    var makesRoom = slot.phase() != Phase.GONE && Recreation.empties(active, slot);
    if (wanted && !(active.wantsPods() && makesRoom)) return unchanged();
    var last = active.mode() == Mode.REMOVING && active.slots().size() == 1;
    var event = new PodReported(report, now);
    return last ? accept(List.of(event, new DeploymentRemoved())) : Moving.on(active, event, now);
  }

  private static boolean countIsWrong(int replicas) {
    return replicas < 0 || replicas > MOST_REPLICAS;
  }

  private static Decision<DeploymentEvent> wrongCount(int replicas) {
    return reject(
        Rejection.invalid(
            "Replicas must be 0 to %d, but was %d.".formatted(MOST_REPLICAS, replicas)));
  }

  @Override
  public Deployment evolve(Deployment deployment, DeploymentEvent event) {
    return DeploymentEvolution.after(deployment, event);
  }

  @Override
  public Set<DeploymentEffect> effects(Deployment deployment) {
    return DeploymentEffects.of(deployment);
  }

  @Override
  public int size(Deployment deployment) {
    return deployment instanceof Active active ? active.slots().size() : 1;
  }

  @Override
  public Deployment without(Merge<Deployment> change) {
    return DeploymentMerge.of(change);
  }

  @Override
  public Undo<DeploymentCommand> inverse(Deployment before, Deployment after, Instant now) {
    return DeploymentUndo.of(before, after);
  }
}
