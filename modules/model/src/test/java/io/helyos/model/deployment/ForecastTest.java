package io.helyos.model.deployment;

import static io.helyos.model.deployment.Shop.deploy;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Decision.Accepted;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ForecastTest {
  private static String forecast(Deployment before, DeploymentCommand.Deploy command) {
    var lifecycle = new DeploymentLifecycle();
    var after = before;
    if (lifecycle.decide(before, command, Shop.NOW)
        instanceof Accepted<DeploymentEvent>(var events)) {
      for (var event : events) after = lifecycle.evolve(after, event);
    }
    return Forecast.of(before, after, Shop.NOW, _ -> Map.of()).moves().stream()
        .map(move ->
            "%d %s %d@%d"
                .formatted(
                    move.round(),
                    move.action(),
                    move.assignment().pod().index(),
                    move.assignment().revision()))
        .collect(Collectors.joining(", "));
  }

  @Test
  void a_new_deployment_adds_its_pods_together() {
    var nothing = new DeploymentLifecycle().initial();
    assertThat(forecast(nothing, deploy("v1", 2))).isEqualTo("1 ADD 0@1, 1 ADD 1@1");
  }

  @Test
  void a_rolling_update_is_told_in_its_order() {
    var policy = UpdatePolicy.rolling(1, 0).withMinReady(Duration.ofSeconds(10));
    var running = Fleet.running(2, policy).active();
    assertThat(forecast(running, deploy("v2", 2, policy)))
        .isEqualTo("1 ADD 2@2, 2 REPLACE 0@2, 3 REPLACE 1@2, 4 REMOVE 2@2");
  }

  @Test
  void what_stays_as_it_is_is_not_told() {
    var running = Fleet.running(3, Shop.ONE_BY_ONE).active();
    assertThat(forecast(running, deploy("v1", 3, Shop.ONE_BY_ONE))).isEmpty();
    assertThat(forecast(running, deploy("v1", 2, Shop.ONE_BY_ONE))).isEqualTo("1 REMOVE 2@1");
  }
}
