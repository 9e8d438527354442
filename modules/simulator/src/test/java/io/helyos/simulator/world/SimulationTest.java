package io.helyos.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whole clusters in virtual time, with everything that can go wrong.
class SimulationTest {
  static LongStream seeds() {
    var only = Long.getLong("seed");
    return only != null ? LongStream.of(only) : LongStream.range(0, Long.getLong("seeds", 300));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void keeps_every_promise_and_comes_to_rest(long seed) {
    var course = Simulation.of(seed, Rules.MODEL);
    if (course.broken().isPresent()) course = Simulation.told(seed, Rules.MODEL);
    assertThat(course.broken()).as(course.text()).isEmpty();
  }
}
