package io.helyos.model.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.RandomWalk;
import io.helyos.model.project.ProjectCommand.Create;
import io.helyos.model.project.ProjectCommand.Delete;
import io.helyos.model.project.ProjectCommand.ListDeployment;
import io.helyos.model.project.ProjectCommand.Resume;
import io.helyos.model.project.ProjectCommand.Suspend;
import io.helyos.model.project.ProjectCommand.UnlistDeployment;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectWalkTest {
  private static final String SEEDS = "io.helyos.model.RandomWalk#seeds";

  private RandomWalk<ProjectCommand, ProjectEvent, Project, ProjectEffect> walk(long seed) {
    return RandomWalk.of(new ProjectLifecycle(), seed, ProjectWalkTest::draw);
  }

  private static ProjectCommand draw(Random dice, Project state, Instant now) {
    var deployment = "d" + dice.nextInt(3);
    return switch (dice.nextInt(7)) {
      case 0 -> new Create("shop");
      case 1 -> new Suspend();
      case 2 -> new Resume();
      case 3 -> new Delete();
      case 4 -> new ListDeployment("shop", deployment);
      default -> new UnlistDeployment(deployment);
    };
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void replay_equals_live(long seed) {
    walk(seed).replayEqualsLive();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void whatever_is_asked_twice_changes_nothing_the_second_time(long seed) {
    walk(seed)
        .repeatingChangesNothing(
            Suspend.class, Resume.class, ListDeployment.class, UnlistDeployment.class);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void each_deployment_hears_whether_its_project_is_suspended(long seed) {
    walk(seed)
        .forEachStep(step -> {
          if (!(step.after() instanceof Project.Active active)) return;
          var wanted =
              active.suspended()
                  ? ProjectEffect.EnsureSuspended.class
                  : ProjectEffect.EnsureResumed.class;
          assertThat(new ProjectLifecycle().effects(active))
              .hasSameSizeAs(active.deployments())
              .allMatch(wanted::isInstance);
        });
  }
}
