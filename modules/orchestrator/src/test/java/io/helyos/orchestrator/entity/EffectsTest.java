package io.helyos.orchestrator.entity;

import static io.helyos.orchestrator.entity.World.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.helyos.model.DeploymentId;
import io.helyos.model.project.ProjectCommand.ListDeployment;
import io.helyos.model.project.ProjectCommand.Resume;
import io.helyos.model.project.ProjectCommand.Suspend;
import io.helyos.model.project.ProjectCommand.UnlistDeployment;
import io.helyos.model.project.ProjectEffect.EnsureResumed;
import io.helyos.model.project.ProjectEffect.EnsureSuspended;
import io.helyos.model.project.ProjectEvent.DeploymentUnlisted;
import io.helyos.orchestrator.Request;
import io.helyos.orchestrator.entity.Carrier.Outcome;
import io.helyos.orchestrator.entity.HeldCarrier.Carried;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What must be true outside is said until it holds, and no longer than it is wanted.
class EffectsTest {
  private static final DeploymentId API = new DeploymentId("shop", "api");
  private static final EnsureSuspended SUSPENDED = new EnsureSuspended(API);
  private static final EnsureResumed RESUMED = new EnsureResumed(API);
  private static final Outcome SETTLED = new Outcome(true, Optional.empty());
  private static final Outcome UNSETTLED = new Outcome(false, Optional.empty());
  private static final Duration LONG = Duration.ofSeconds(30);

  private final World world = new World();

  @BeforeEach
  void a_suspended_project_with_a_deployment() {
    world.ask(new ListDeployment("shop", "api"));
    first(RESUMED).outcome().complete(SETTLED);
    world.ask(new Suspend(), user("suspend-it"));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Carried first(Object effect) {
    return carried(effect, 1).getFirst();
  }

  private List<Carried> carried(Object effect, int times) {
    await().until(() -> world.carrier.of(effect).size() >= times);
    return world.carrier.of(effect);
  }

  @Test
  void a_new_effect_is_carried_with_the_event_that_wants_it_as_its_cause() {
    var request = first(SUSPENDED).request();

    assertThat(request.cause()).isEqualTo("project|shop@3");
    assertThat(request.change()).isEqualTo("suspend-it");
    assertThat(request.author()).isEqualTo("ann");
    assertThat(request.causeTime()).isEqualTo(world.stored().getLast().time());
  }

  @Test
  void an_effect_that_nobody_confirms_is_said_again_for_the_same_cause() {
    first(SUSPENDED).outcome().complete(UNSETTLED);
    again(SUSPENDED, 2).getLast().outcome().completeExceptionally(new IllegalStateException());

    assertThat(again(SUSPENDED, 3)).extracting(Carried::request).containsOnly(request());
  }

  private Request request() {
    return first(SUSPENDED).request();
  }

  /// Lets time pass until the effect was carried that often.
  private List<Carried> again(Object effect, int times) {
    await()
        .until(() -> {
          world.pass(LONG);
          return world.carrier.of(effect).size() >= times;
        });
    return world.carrier.of(effect);
  }

  @Test
  void an_effect_that_holds_is_not_said_again_before_the_sweep() {
    first(SUSPENDED).outcome().complete(SETTLED);
    // Its answer has been heard before this command is.
    world.ask(new Suspend());

    world.pass(LONG);
    world.ask(new Suspend());

    assertThat(world.carrier.of(SUSPENDED)).hasSize(1);
  }

  @Test
  void the_sweep_says_again_what_the_view_does_not_show() {
    first(SUSPENDED).outcome().complete(SETTLED);

    assertThat(again(SUSPENDED, 2)).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void an_effect_that_is_no_longer_wanted_is_cancelled() {
    first(SUSPENDED).outcome().complete(UNSETTLED);

    world.ask(new Resume());
    carried(RESUMED, 2).getLast().outcome().complete(SETTLED);
    world.pass(LONG);
    world.ask(new Resume());

    assertThat(world.carrier.of(SUSPENDED)).hasSize(1);
  }

  @Test
  void an_effect_is_carried_again_after_a_recovery() {
    world.restart();

    var again = carried(SUSPENDED, 2).getLast();

    assertThat(again.request().cause()).isEqualTo("project|shop@3");
    assertThat(again.request().change()).isEqualTo("suspend-it");
  }

  @Test
  void what_an_answer_means_becomes_a_command_with_the_effects_cause() {
    first(SUSPENDED)
        .outcome()
        .complete(new Outcome(false, Optional.of(new UnlistDeployment("api"))));

    await().until(() -> world.stored().size() == 4);
    assertThat(world.events().getLast()).isEqualTo(new DeploymentUnlisted("api"));
    assertThat(world.stored().getLast().cause()).isEqualTo("project|shop@3");
    assertThat(world.stored().getLast().change()).isEqualTo("suspend-it");
  }
}
