package io.helyos.orchestrator.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.DeploymentId;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.DeploymentEffect.EnsurePod;
import io.helyos.model.deployment.DeploymentEvent.Deployed;
import io.helyos.model.deployment.DeploymentEvent.Scaled;
import io.helyos.model.deployment.DeploymentLifecycle;
import io.helyos.model.deployment.UpdatePolicy;
import io.helyos.model.pod.Assignment;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodEvent.PlacementChosen;
import io.helyos.model.pod.PodEvent.PodAssigned;
import io.helyos.model.pod.PodEvent.PodPlaced;
import io.helyos.model.template.PodTemplate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A list of pods shows what their deployments have decided, before the pods have heard of it.
class WantedPodsTest {
  private static final DeploymentId API = new DeploymentId("shop", "api");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final LiveView view = new LiveView();

  @BeforeEach
  void two_replicas_are_wanted() {
    var template = Optional.of(PodTemplate.of("app:1"));
    view.saw(
        API.entity(),
        1,
        NOW,
        new Deployed(API, Optional.empty(), 1, template, 2, Map.of(), UpdatePolicy.DEFAULT, NOW));
  }

  @Test
  void a_pod_that_has_not_heard_yet_is_pending() {
    assertThat(states()).hasSize(2).allMatch(Pod.Pending.class::isInstance);
    assertThat(view.pods().getFirst().sequence()).isZero();
  }

  @Test
  void a_pod_that_has_heard_speaks_for_itself() {
    placed(0);

    assertThat(states().getFirst()).isInstanceOf(Pod.Creating.class);
    assertThat(states().getLast()).isInstanceOf(Pod.Pending.class);
  }

  @Test
  void a_placed_pod_that_is_no_longer_wanted_is_stopping() {
    placed(1);

    view.saw(API.entity(), 2, NOW, new Scaled(2, 1, Deployment.Mode.RUNNING));

    assertThat(states().getLast()).isInstanceOf(Pod.Stopping.class);
    assertThat(view.pod(API.pod(1)).orElseThrow().state()).isInstanceOf(Pod.Creating.class);
  }

  @Test
  void a_pod_without_a_place_that_is_no_longer_wanted_is_not_shown() {
    view.saw(API.pod(1).entity(), 1, NOW, new PodAssigned(assignment(1)));

    view.saw(API.entity(), 2, NOW, new Scaled(2, 1, Deployment.Mode.RUNNING));

    assertThat(states()).hasSize(1);
  }

  private List<Pod> states() {
    return view.pods().stream().map(row -> row.state()).toList();
  }

  private void placed(int index) {
    var pod = API.pod(index).entity();
    view.saw(pod, 1, NOW, new PodAssigned(assignment(index)));
    view.saw(pod, 2, NOW, new PlacementChosen(1, "node-1", Map.of(), Map.of()));
    view.saw(pod, 3, NOW, new PodPlaced(1, "node-1", List.of()));
  }

  private Assignment assignment(int index) {
    var deployment = view.deployment(API).orElseThrow().state();
    return new DeploymentLifecycle()
        .effects(deployment).stream()
            .filter(EnsurePod.class::isInstance)
            .map(effect -> ((EnsurePod) effect).assignment())
            .filter(assignment -> assignment.pod().index() == index)
            .findFirst()
            .orElseThrow();
  }
}
