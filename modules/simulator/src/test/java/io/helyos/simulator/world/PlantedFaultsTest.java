package io.helyos.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A world that finds nothing proves nothing: each of these faults is found by some number that is
/// fine without it.
class PlantedFaultsTest {
  private static final int MOST = 400;

  static List<Planted> faults() {
    return Planted.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void is_found(Planted fault) {
    var found =
        LongStream.range(0, MOST)
            .filter(seed ->
                Simulation.of(seed, fault.rules()).broken().isPresent()
                    && Simulation.of(seed, Rules.MODEL).broken().isEmpty())
            .findFirst();
    assertThat(found).as("of %d courses none shows '%s'", MOST, fault).isPresent();
  }
}
