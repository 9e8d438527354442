package io.helyos.model.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.PodId;
import io.helyos.model.deployment.DeploymentCommand;
import io.helyos.model.deployment.DeploymentEffect.EnsureListed;
import io.helyos.model.deployment.DeploymentEffect.EnsurePod;
import io.helyos.model.deployment.DeploymentEffect.EnsureUnlisted;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.node.NodeEffect.EnsureStillNeeded;
import io.helyos.model.node.NodeFacts;
import io.helyos.model.pod.Exit;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.PodEffect.EnsureReported;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.project.ProjectCommand;
import io.helyos.model.project.ProjectEffect.EnsureResumed;
import io.helyos.model.project.ProjectEffect.EnsureSuspended;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.RestartPolicy;
import io.helyos.model.view.Row;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// After a restart of a daemon only those are woken that have something to do.
class WakingTest {
  private static final DeploymentId API = new DeploymentId("shop", "api");
  private static final PodId POD = API.pod(0);

  private final SmallWorld world = new SmallWorld(new Random(0), "n1");

  @BeforeEach
  void a_pod_is_running() {
    world.calm();
    var facts = new NodeFacts("10.0.0.1", "amd64", "29.0", 4000, 1L << 30, 20_000, 20_100, 110);
    world.execute(EntityId.node("n1"), new NodeCommand.Register("n1", facts, Map.of()));
    ask(new DeploymentCommand.Deploy(API, PodTemplate.of("nginx:1"), 1, Map.of()));
    settle();
    assertThat(pod()).isInstanceOf(Pod.Running.class);
  }

  private void ask(DeploymentCommand command) {
    world.execute(API.entity(), command);
  }

  private void settle() {
    for (var round = 0; round < 20; round++) {
      world.deliverAll();
      world.tick(Duration.ofSeconds(1));
    }
    world.deliverAll();
  }

  private Pod pod() {
    return world.pod(POD).orElseThrow().state();
  }

  private Stream<EntityId> awake() {
    return rows().filter(row -> Waking.isNeeded(row, world)).map(Row::id);
  }

  /// Of those that sleep, when nothing has been started.
  private Stream<EntityId> awakeAgain() {
    return rows().filter(row -> Waking.isNeededAgain(row, world)).map(Row::id);
  }

  private Stream<? extends Row<?>> rows() {
    return Stream.of(
            world.project("shop").stream(),
            world.deployment(API).stream(),
            world.pod(POD).stream(),
            world.node("n1").stream())
        .flatMap(rows -> rows);
  }

  @Nested
  class Nobody_is_woken {
    @Test
    void when_all_pods_simply_run() {
      assertThat(awake()).isEmpty();
    }

    @Test
    void when_a_pod_has_done_its_work_and_its_deployment_knows() {
      var once = PodTemplate.of("nginx:2").withRestart(RestartPolicy.ONFAILURE);
      ask(new DeploymentCommand.Deploy(API, once, 1, Map.of()));
      settle();
      world.execute(
          POD.entity(),
          new PodCommand.ReportExited(2, 1, new Exit(0, false, world.now(), List.of())));
      settle();
      assertThat(pod()).isInstanceOf(Pod.Stopped.class);
      assertThat(awake()).isEmpty();
    }

    @Test
    void when_everything_has_been_removed() {
      ask(new DeploymentCommand.Remove(API));
      settle();
      assertThat(awake()).isEmpty();
    }

    @Test
    void when_a_deployment_was_stopped_before_one_of_its_pods_had_lived() {
      world.execute(API.entity(), new DeploymentCommand.Scale(API, 2));
      world.execute(API.entity(), new DeploymentCommand.Stop(API));
      settle();
      assertThat(awake()).isEmpty();
    }

    @Test
    void for_a_suspended_project_whose_deployments_know() {
      world.execute(EntityId.project("shop"), new ProjectCommand.Suspend());
      settle();
      assertThat(awake()).doesNotContain(EntityId.project("shop"));
    }
  }

  @Nested
  class Somebody_is_woken {
    @Test
    void when_a_deployment_wants_a_pod_that_is_not_there() {
      ask(new DeploymentCommand.Scale(API, 2));
      assertThat(awake()).containsExactly(API.entity());
    }

    @Test
    void when_a_deployment_wants_another_revision_than_its_pod_has() {
      ask(new DeploymentCommand.Deploy(API, PodTemplate.of("nginx:2"), 1, Map.of()));
      assertThat(awake()).contains(API.entity());
    }

    @Test
    void when_a_late_word_has_made_its_project_forget_a_deployment() {
      world.execute(EntityId.project("shop"), new ProjectCommand.UnlistDeployment("api"));
      assertThat(awake()).containsExactly(API.entity());
      assertThat(awakeAgain()).containsExactly(API.entity());
    }

    @Test
    void when_a_pod_waits_for_its_next_attempt() {
      world.execute(
          POD.entity(),
          new PodCommand.ReportExited(1, 1, new Exit(1, false, world.now(), List.of())));
      world.deliverAll();
      assertThat(pod()).isInstanceOf(Pod.BackingOff.class);
      assertThat(awake()).containsExactly(POD.entity());
    }

    @Test
    void when_a_pod_still_counts_its_healthy_minutes() {
      world.execute(
          POD.entity(),
          new PodCommand.ReportExited(1, 1, new Exit(1, false, world.now(), List.of())));
      settle();
      assertThat(pod()).isInstanceOf(Pod.Running.class);
      assertThat(awake()).containsExactly(POD.entity());
    }
  }

  @Nested
  class An_effect_holds {
    @Test
    void when_the_view_shows_it() {
      assertThat(new EnsureListed(API, false)).matches(this::holds);
      assertThat(new EnsureResumed(API)).matches(this::holds);
      assertThat(new EnsureStillNeeded("n1", POD, 1)).matches(this::holds);
      assertThat(new EnsurePod(pod().lived().orElseThrow().assignment())).matches(this::holds);
      assertThat(new EnsureReported(POD, new PodReport(0, 1, 1, 1, Phase.RUNNING)))
          .matches(this::holds);
      var gone = new PodReport(7, 0, 0, 0, Phase.GONE);
      assertThat(new EnsureReported(API.pod(7), gone)).matches(this::holds);
    }

    @Test
    void not_when_the_view_shows_something_else() {
      assertThat(new EnsureUnlisted(API)).matches(this::isOpen);
      assertThat(new EnsureSuspended(API)).matches(this::isOpen);
      assertThat(new EnsureStillNeeded("n1", POD, 2)).matches(this::isOpen);
      assertThat(new EnsureStillNeeded("n2", POD, 1)).matches(this::isOpen);
      assertThat(new EnsureReported(POD, new PodReport(0, 1, 1, 1, Phase.FAILED)))
          .matches(this::isOpen);
      assertThat(new EnsureReported(POD, new PodReport(0, 0, 0, 0, Phase.GONE)))
          .matches(this::isOpen);
      assertThat(new EnsureListed(new DeploymentId("shop", "web"), false)).matches(this::isOpen);
    }

    @Test
    void not_when_the_pod_has_the_assignment_but_was_stopped() {
      var assignment = pod().lived().orElseThrow().assignment();
      world.execute(POD.entity(), new PodCommand.Stop());
      assertThat(new EnsurePod(assignment)).matches(this::isOpen);
      settle();
      assertThat(new EnsurePod(assignment)).matches(this::isOpen);
    }

    private boolean holds(Object effect) {
      return Settled.isSettled(effect, world);
    }

    private boolean isOpen(Object effect) {
      return !holds(effect);
    }
  }
}
