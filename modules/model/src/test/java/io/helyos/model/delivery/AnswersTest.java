package io.helyos.model.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.model.Decider.Accepted;
import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.PodId;
import io.helyos.model.Rejection;
import io.helyos.model.delivery.Answer.Done;
import io.helyos.model.delivery.Answer.Refused;
import io.helyos.model.deployment.DeploymentCommand.ReportPod;
import io.helyos.model.deployment.DeploymentCommand.Resume;
import io.helyos.model.deployment.DeploymentCommand.Suspend;
import io.helyos.model.deployment.DeploymentEffect.EnsureListed;
import io.helyos.model.deployment.DeploymentEffect.EnsureNoPod;
import io.helyos.model.deployment.DeploymentEffect.EnsureStopped;
import io.helyos.model.node.Granted;
import io.helyos.model.node.NodeCommand.Release;
import io.helyos.model.node.NodeEffect.EnsureStillNeeded;
import io.helyos.model.pod.Needs;
import io.helyos.model.pod.Owed;
import io.helyos.model.pod.PodCommand.Remove;
import io.helyos.model.pod.PodCommand.ReportGranted;
import io.helyos.model.pod.PodCommand.ReportRefused;
import io.helyos.model.pod.PodCommand.ReportReleased;
import io.helyos.model.pod.PodEffect.EnsureReleased;
import io.helyos.model.pod.PodEffect.EnsureReported;
import io.helyos.model.pod.PodEffect.EnsureReserved;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.project.Listed;
import io.helyos.model.project.ProjectCommand.UnlistDeployment;
import io.helyos.model.project.ProjectEffect.EnsureResumed;
import io.helyos.model.project.ProjectEffect.EnsureSuspended;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private static final DeploymentId API = new DeploymentId("shop", "api");
  private static final PodId POD = API.pod(0);
  private static final EnsureReserved RESERVED = new EnsureReserved(POD, "n1", 3, Needs.NOTHING);

  private static Answer done(Object value) {
    return new Done(EntityId.node("n1"), 1, Instant.EPOCH, "", value);
  }

  private static Answer refused(Rejection why) {
    return new Refused(EntityId.node("n1"), why);
  }

  @Test
  void a_node_grants_or_refuses_and_never_says_neither() {
    assertThat(Answers.command(RESERVED, done(new Granted(List.of()))))
        .contains(new ReportGranted(3, "n1", List.of()));
    assertThat(Answers.command(RESERVED, refused(Rejection.conflict("is full"))))
        .contains(new ReportRefused(3, "n1", "is full"));
    assertThatThrownBy(() -> Answers.command(RESERVED, done(Accepted.ACCEPTED)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_refused_reservation_is_not_asked_for_again() {
    assertThat(Answers.settles(RESERVED, refused(Rejection.conflict("is full")))).isTrue();
  }

  @Test
  void a_release_is_over_when_the_node_has_answered() {
    var effect = new EnsureReleased(POD, new Owed("n1", 3, List.of(), false));
    assertThat(Answers.command(effect, done(Accepted.ACCEPTED)))
        .contains(new ReportReleased(3, "n1"));
    assertThat(Answers.command(effect, refused(Rejection.notFound("?")))).isEmpty();
    assertThat(Answers.settles(effect, refused(Rejection.notFound("?")))).isFalse();
  }

  @Test
  void a_deployment_believes_its_project_more_than_a_late_word() {
    var misled = new EnsureListed(API, true);
    assertThat(Answers.command(misled, done(new Listed(false)))).contains(new Resume(API));
    assertThat(Answers.command(misled, done(new Listed(true)))).isEmpty();
    assertThat(Answers.command(new EnsureListed(API, false), done(new Listed(true))))
        .contains(new Suspend(API));
  }

  @Test
  void a_reservation_that_its_pod_has_forgotten_is_released() {
    var effect = new EnsureStillNeeded("n1", POD, 3);
    assertThat(Answers.command(effect, refused(Rejection.stale("over"))))
        .contains(new Release(POD, 3, List.of()));
    assertThat(Answers.command(effect, done(Accepted.ACCEPTED))).isEmpty();
  }

  @Test
  void a_pod_is_gone_when_it_says_so_or_never_lived() {
    var gone = new PodReport(0, 0, 0, 0, Phase.GONE);
    var effect = new EnsureNoPod(POD);
    assertThat(Answers.command(effect, done(gone))).contains(new ReportPod(API, gone));
    assertThat(Answers.command(effect, done(Accepted.ACCEPTED))).contains(new ReportPod(API, gone));
    var stopping = new PodReport(0, 1, 1, 1, Phase.PENDING);
    assertThat(Answers.command(effect, done(stopping))).isEmpty();
  }

  @Test
  void a_pod_that_has_stopped_already_is_news_for_its_deployment() {
    var stopped = new PodReport(0, 1, 1, 1, Phase.STOPPED);
    assertThat(Answers.command(new EnsureStopped(POD), done(stopped)))
        .contains(new ReportPod(API, stopped));
  }

  @Test
  void a_pod_whose_deployment_has_no_slot_for_it_removes_itself() {
    var running = new EnsureReported(POD, new PodReport(0, 1, 1, 1, Phase.RUNNING));
    assertThat(Answers.command(running, refused(Rejection.notFound("no slot"))))
        .contains(new Remove());
    var gone = new EnsureReported(POD, new PodReport(0, 0, 0, 0, Phase.GONE));
    assertThat(Answers.command(gone, refused(Rejection.notFound("no slot")))).isEmpty();
    assertThat(Answers.settles(gone, refused(Rejection.notFound("no slot")))).isTrue();
  }

  @Test
  void a_project_forgets_a_deployment_whose_name_is_another_ones_now() {
    var why = refused(Rejection.notFound("There is no deployment shop/api."));
    assertThat(Answers.command(new EnsureSuspended(API), why))
        .contains(new UnlistDeployment("api"));
    assertThat(Answers.command(new EnsureResumed(API), why)).contains(new UnlistDeployment("api"));
  }
}
