package io.helyos.model.project;

import static io.helyos.model.Given.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.DeploymentId;
import io.helyos.model.Given;
import io.helyos.model.Rejection.Kind;
import io.helyos.model.project.ProjectCommand.Create;
import io.helyos.model.project.ProjectCommand.Delete;
import io.helyos.model.project.ProjectCommand.ListDeployment;
import io.helyos.model.project.ProjectCommand.Resume;
import io.helyos.model.project.ProjectCommand.Suspend;
import io.helyos.model.project.ProjectCommand.UnlistDeployment;
import io.helyos.model.project.ProjectEffect.EnsureResumed;
import io.helyos.model.project.ProjectEffect.EnsureSuspended;
import io.helyos.model.project.ProjectEvent.DeploymentListed;
import io.helyos.model.project.ProjectEvent.DeploymentUnlisted;
import io.helyos.model.project.ProjectEvent.ProjectCreated;
import io.helyos.model.project.ProjectEvent.ProjectDeleted;
import io.helyos.model.project.ProjectEvent.ProjectResumed;
import io.helyos.model.project.ProjectEvent.ProjectSuspended;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProjectTest {
  private static final DeploymentId API = new DeploymentId("shop", "api");
  private static final DeploymentId WEB = new DeploymentId("shop", "web");

  private static Given<ProjectCommand, ProjectEvent, Project, ProjectEffect> nothing() {
    return given(new ProjectLifecycle());
  }

  private static Given<ProjectCommand, ProjectEvent, Project, ProjectEffect> shop() {
    return nothing().and(new Create("shop"));
  }

  @Test
  void a_project_is_created_once() {
    nothing().when(new Create("shop")).then(new ProjectCreated("shop")).newEffects();
    shop().when(new Create("shop")).refused(Kind.CONFLICT, "shop", "exists already");
  }

  @Test
  void a_deployment_makes_its_project_on_first_use() {
    nothing()
        .when(new ListDeployment("shop", "api"))
        .then(new ProjectCreated("shop"), new DeploymentListed("api"))
        .newEffects(new EnsureResumed(API));
  }

  @Test
  void a_deployment_is_listed_and_unlisted_as_often_as_it_likes() {
    var listed = shop().and(new ListDeployment("shop", "api"));
    listed.when(new ListDeployment("shop", "api")).then();
    listed.when(new UnlistDeployment("api")).then(new DeploymentUnlisted("api"));
    shop().when(new UnlistDeployment("api")).then();
    nothing().when(new UnlistDeployment("api")).then();
  }

  @Test
  void a_deployment_that_is_listed_hears_whether_the_project_is_suspended() {
    var project = new ProjectLifecycle();
    var list = new ListDeployment("shop", "api");
    assertThat(project.answer(shop().state(), list)).isEqualTo(new Listed(false));
    assertThat(project.answer(shop().and(new Suspend()).state(), list)).isEqualTo(new Listed(true));
  }

  @Nested
  class Suspending {
    @Test
    void suspends_every_deployment() {
      shop()
          .and(new ListDeployment("shop", "api"))
          .and(new ListDeployment("shop", "web"))
          .when(new Suspend())
          .then(new ProjectSuspended())
          .newEffects(new EnsureSuspended(API), new EnsureSuspended(WEB));
    }

    @Test
    void holds_for_deployments_that_come_later() {
      shop()
          .and(new Suspend())
          .when(new ListDeployment("shop", "api"))
          .newEffects(new EnsureSuspended(API));
    }

    @Test
    void ends_with_resuming() {
      shop()
          .and(new ListDeployment("shop", "api"))
          .and(new Suspend())
          .when(new Resume())
          .then(new ProjectResumed())
          .newEffects(new EnsureResumed(API));
    }

    @Test
    void twice_changes_nothing() {
      shop().and(new Suspend()).when(new Suspend()).then();
      shop().when(new Resume()).then();
    }
  }

  @Nested
  class Deleting {
    @Test
    void needs_an_empty_project() {
      shop()
          .and(new ListDeployment("shop", "api"))
          .and(new ListDeployment("shop", "web"))
          .when(new Delete())
          .refused(Kind.CONFLICT, "api, web", "helyos rm NAME -p shop");
    }

    @Test
    void leaves_nothing() {
      var gone = shop().when(new Delete()).then(new ProjectDeleted(false)).accepted();
      assertThat(gone.state()).isEqualTo(new Project.Absent());
      shop().and(new Suspend()).when(new Delete()).then(new ProjectDeleted(true));
    }

    @Test
    void lets_the_name_be_used_again() {
      shop().and(new Delete()).and(new Create("shop")).when(new Suspend()).accepted();
    }
  }

  @Test
  void what_does_not_exist_cannot_be_commanded() {
    nothing().when(new Suspend()).refused(Kind.NOT_FOUND, "helyos project list");
    nothing().when(new Resume()).refused(Kind.NOT_FOUND);
    nothing().when(new Delete()).refused(Kind.NOT_FOUND);
  }
}
