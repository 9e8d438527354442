package io.helyos.model.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.agent.Order.Want;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.port.ContainerState;
import io.helyos.model.reconciliation.Labels;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever happens in whatever order, the laws of a desk hold; and it comes to rest.
class DeskWalkTest {
  private static final int STEPS = 400;

  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_laws_hold_and_the_same_inputs_lead_to_the_same_desk(long seed) {
    var walk = new DeskWalk(seed).walk(STEPS);
    assertThat(walk.replayed()).isEqualTo(walk.desk());
    assertThat(walk.replayed().hashCode()).isEqualTo(walk.desk().hashCode());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void when_everybody_is_there_again_all_is_told_and_what_is_ordered_runs(long seed) {
    var walk = new DeskWalk(seed).walk(STEPS).comesToRest();
    var order = walk.desk().order().orElseThrow();
    assertThat(order.unheard()).isEmpty();
    assertThat(order.want()).isEqualTo(Want.RUNNING);
    assertThat(order.incarnation()).isEqualTo(walk.pod().incarnation());
    assertThat(order.attempt()).isEqualTo(walk.pod().attempt());
    assertThat(walk.engine().running())
        .singleElement()
        .extracting(ContainerState::labels)
        .extracting(Labels::identity)
        .isEqualTo(
            Optional.of(new Labels.Identity(Shift.POD, order.incarnation(), order.attempt())));
    assertThat(walk.engine().list()).as("itself and the last remains").hasSizeLessThan(3);
  }

  @Test
  void the_walks_go_where_it_is_dangerous() {
    var deputised = 0;
    var ends = 0L;
    var lives = 0L;
    for (var seed = 0; seed < 100; seed++) {
      var walk = new DeskWalk(seed).walk(STEPS);
      deputised += walk.laws().deputised();
      ends += walk.laws().told().stream().filter(ReportExited.class::isInstance).count();
      lives += walk.pod().incarnation();
    }
    assertThat(deputised).isGreaterThan(50);
    assertThat(ends).isGreaterThan(200);
    assertThat(lives).isGreaterThan(150);
  }
}
