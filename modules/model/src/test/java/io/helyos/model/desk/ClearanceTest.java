package io.helyos.model.desk;

import static io.helyos.model.desk.Shift.POD;
import static io.helyos.model.desk.Shift.container;
import static io.helyos.model.desk.Shift.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.reconciliation.Step;
import io.helyos.model.template.PodTemplate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a machine may begin before and after its node has said what lives elsewhere.
class ClearanceTest {
  private static final Step.BringUp UP = new Step.BringUp();
  private static final Clearance DEAD_TO_2 = new Clearance(Optional.of(Map.of(POD, 2L)));

  @Test
  void before_the_node_was_heard_nothing_is_begun() {
    var start = new Step.Start(container(order(1), "c1", Phase.CREATED));
    assertThat(Clearance.closed().minding(order(1), UP)).isEqualTo(new Step.Rest());
    assertThat(Clearance.closed().minding(order(1), start)).isEqualTo(new Step.Rest());
    assertThat(Clearance.closed().reading(Optional.empty()).isOpen()).isFalse();
  }

  @Test
  void what_is_to_end_may_always_end() {
    var stop = new Step.Stop(container(order(1), "c1", Phase.RUNNING));
    assertThat(Clearance.closed().minding(order(1), stop)).isEqualTo(stop);
    assertThat(DEAD_TO_2.minding(order(1), stop)).isEqualTo(stop);
  }

  @Test
  void a_life_that_was_given_up_here_is_not_begun_again_and_a_later_one_is() {
    var nginx = PodTemplate.of("nginx");
    assertThat(DEAD_TO_2.minding(order(2, 1, nginx), UP)).isEqualTo(new Step.Rest());
    assertThat(DEAD_TO_2.minding(order(3, 1, nginx), UP)).isEqualTo(UP);
  }
}
