package io.helyos.model.deployment;

import static io.helyos.model.Given.given;
import static io.helyos.model.deployment.Shop.API;
import static io.helyos.model.deployment.Shop.reportGone;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Given;
import io.helyos.model.Rejection.Kind;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.deployment.DeploymentCommand.Deploy;
import io.helyos.model.deployment.DeploymentCommand.Expire;
import io.helyos.model.deployment.DeploymentCommand.Remove;
import io.helyos.model.deployment.DeploymentCommand.Stop;
import io.helyos.model.deployment.DeploymentEffect.WakeAt;
import io.helyos.model.deployment.DeploymentEvent.DeploymentExpired;
import io.helyos.model.deployment.DeploymentEvent.DeploymentRemoved;
import io.helyos.model.template.PodTemplate;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A deployment that is to be there for a time only.
class ExpiryTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant NIGHT = NOON.plusSeconds(36_000);

  private static Deploy until(Optional<Instant> time, int replicas) {
    return new Deploy(
        API, PodTemplate.of("nginx:1"), replicas, Map.of(), UpdatePolicy.DEFAULT, time);
  }

  private static Given<DeploymentCommand, DeploymentEvent, Deployment, DeploymentEffect> brief(
      int replicas) {
    return given(new DeploymentLifecycle()).and(until(Optional.of(NIGHT), replicas), NOON);
  }

  private static boolean waits(
      Given<DeploymentCommand, DeploymentEvent, Deployment, DeploymentEffect> deployment,
      Instant time) {
    return deployment.effects().contains(new WakeAt(time, new Expire(API, time)));
  }

  @Test
  void it_is_removed_when_its_time_is_over() {
    assertThat(waits(brief(1), NIGHT)).isTrue();
    var going =
        brief(1)
            .when(new Expire(API, NIGHT), NIGHT)
            .then(new DeploymentExpired(NIGHT, Mode.RUNNING))
            .accepted();
    assertThat(waits(going, NIGHT)).isFalse();
    assertThat(going.and(reportGone(0), NIGHT).state()).isInstanceOf(Deployment.Absent.class);
  }

  @Test
  void without_pods_it_is_gone_at_once() {
    brief(0)
        .when(new Expire(API, NIGHT), NIGHT)
        .then(new DeploymentExpired(NIGHT, Mode.RUNNING), new DeploymentRemoved());
  }

  @Test
  void a_stopped_one_goes_as_well() {
    brief(1)
        .and(new Stop(API), NOON)
        .when(new Expire(API, NIGHT), NIGHT)
        .then(new DeploymentExpired(NIGHT, Mode.STOPPED));
  }

  @Test
  void another_time_takes_the_place_of_the_first() {
    var later = NIGHT.plusSeconds(60);
    var longer = brief(1).and(until(Optional.of(later), 1), NOON);
    assertThat(waits(longer, later)).isTrue();
    assertThat(waits(longer, NIGHT)).isFalse();
    longer.when(new Expire(API, NIGHT), NIGHT).then();
    var forEver = brief(1).and(until(Optional.empty(), 1), NOON);
    forEver.when(new Expire(API, NIGHT), NIGHT).then();
  }

  @Test
  void nothing_happens_before_its_time_or_twice() {
    brief(1).when(new Expire(API, NIGHT), NIGHT.minusSeconds(1)).then();
    brief(1).and(new Remove(API), NOON).when(new Expire(API, NIGHT), NIGHT).then();
    given(new DeploymentLifecycle()).when(new Expire(API, NIGHT), NIGHT).then();
  }

  @Test
  void a_time_that_has_passed_is_refused() {
    given(new DeploymentLifecycle())
        .when(until(Optional.of(NOON), 1), NOON)
        .refused(Kind.INVALID, "expires", "in the future");
  }
}
