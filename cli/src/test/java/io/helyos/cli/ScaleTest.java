package io.helyos.cli;

import static io.helyos.cli.Samples.deployment;
import static io.helyos.cli.Samples.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.contract.resource.DeploymentStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaleTest {
  private static final String ROUTE = "POST /api/v1/projects/ecommerce/deployments/api/scale";
  private static final String NOTE =
      "note: project ecommerce is suspended; the pods come when it is resumed:"
          + " helyos project resume ecommerce\n";

  @TempDir Path home;
  private final StubDaemon daemon = new StubDaemon();

  @AfterEach
  void stop() {
    daemon.close();
  }

  @Test
  void in_a_suspended_project_it_says_when_the_pods_come() {
    daemon.answers(ROUTE, 200, written(deployment(5, DeploymentStatus.STOPPED)));
    var ran = Cli.with(home, daemon).run("scale", "ecommerce/api", "5");
    assertThat(ran)
        .isEqualTo(new Cli.Ran(0, "Scaled ecommerce/api to 5 replicas (change 7f3a).\n", NOTE));
    assertThat(Cli.with(home, daemon).run("scale", "ecommerce/api", "5", "--json").err())
        .isEqualTo(NOTE);
  }

  @Test
  void elsewhere_there_is_nothing_to_add() {
    daemon.answers(ROUTE, 200, written(deployment(5, DeploymentStatus.RUNNING)));
    assertThat(Cli.with(home, daemon).run("scale", "ecommerce/api", "5").err()).isEmpty();
  }

  @Test
  void without_pods_there_are_none_to_wait_for() {
    daemon.answers(ROUTE, 200, written(deployment(0, DeploymentStatus.STOPPED)));
    assertThat(Cli.with(home, daemon).run("scale", "ecommerce/api", "0").err()).isEmpty();
  }
}
