package io.helyos.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.DeploymentId;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.DeploymentCommand;
import io.helyos.model.deployment.Rollout.State;
import io.helyos.model.port.ContainerState;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.ProcessSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A version without checks that crashes soon after its start, on a machine so busy that nobody
/// hears of the crash in time.
class LateEndTest {
  private static final DeploymentId API = new DeploymentId("shop", "api");
  private static final Duration LATE = Duration.ofSeconds(6);
  private static final String GOOD = "helyos/api:1";

  private final World world =
      new World(Rules.MODEL, Shape.plain(1), new Dice(1), new Story(true), LateEndTest::fate);

  private static List<Duration> fate(Network.Message message) {
    return message.words().get().startsWith("ReportExited")
        ? List.of(LATE)
        : Weather.CALM.of(message);
  }

  private void deploy(PodTemplate template) {
    var command = new DeploymentCommand.Deploy(API, template, 1, Map.of());
    var request = Request.of(world.nextChange("user"));
    world.daemons().getFirst().post().ask("user", API.entity(), command, request, _ -> {});
  }

  private static PodTemplate crashing() {
    var env = Map.of("SIM_EXIT_AFTER", "1500ms", "SIM_EXIT_CODE", "1");
    var process =
        new ProcessSpec(
            List.of(), List.of(), env, Optional.empty(), Optional.empty(), Optional.empty(), true);
    var usual = PodTemplate.of("helyos/api:2");
    return new PodTemplate(
        usual.image(),
        process,
        usual.ports(),
        usual.volumes(),
        usual.network(),
        usual.resources(),
        usual.restart(),
        usual.backoff(),
        usual.stop(),
        usual.pull(),
        usual.isolation(),
        usual.health(),
        usual.readiness());
  }

  private boolean goodServes() {
    return world.machine("n1").containers(Map.of()).stream()
        .filter(ContainerState::isRunning)
        .anyMatch(container -> container.image().equals(GOOD));
  }

  private State rollout() {
    var row = world.daemons().getFirst().view().deployment(API).orElseThrow();
    return ((Deployment.Active) row.state()).rollout().state();
  }

  @Test
  void never_takes_the_place_of_the_version_that_serves() {
    world.start();
    world.time().advance(Duration.ofSeconds(2));
    deploy(PodTemplate.of(GOOD));
    world.time().advance(Duration.ofSeconds(5));
    assertThat(goodServes()).isTrue();
    deploy(crashing());
    for (var second = 0; second < 150; second++) {
      world.time().advance(Duration.ofSeconds(1));
      assertThat(goodServes())
          .as(() -> "The good one serves.\n" + String.join("\n", world.story()))
          .isTrue();
    }
    assertThat(rollout()).isEqualTo(State.STOPPED);
  }
}
