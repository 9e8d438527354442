package io.helyos.model.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.RandomWalk;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlotsTest {
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.helyos.model.RandomWalk#seeds")
  void slots_behave_like_a_sorted_map(long seed) {
    var dice = new Random(seed);
    var slots = Slots.empty();
    var map = new TreeMap<Integer, Slot>();
    for (var step = 0; step < 200; step++) {
      var index = dice.nextInt(200);
      var before = slots;
      var copy = new TreeMap<>(map);
      if (dice.nextInt(3) == 0) {
        slots = slots.without(index);
        map.remove(index);
      } else {
        var slot =
            Slot.fresh(dice.nextInt(4))
                .reported(
                    new PodReport(
                        index,
                        1,
                        dice.nextLong(3),
                        dice.nextInt(3),
                        RandomWalk.pick(dice, List.of(Phase.values()))),
                    Instant.EPOCH);
        slots = slots.with(index, slot);
        map.put(index, slot);
      }
      assertThat(asMap(before)).as("the old one is untouched").isEqualTo(copy);
      assertThat(asMap(slots)).isEqualTo(map);
      assertThat(slots.size()).isEqualTo(map.size());
      assertThat(slots.get(index)).isEqualTo(Optional.ofNullable(map.get(index)));
    }
    assertThat(slots).isEqualTo(of(map)).hasSameHashCodeAs(of(map)).hasToString(of(map).toString());
  }

  @Test
  void width_that_is_no_longer_used_does_not_make_two_of_them_differ() {
    var wide = Slots.empty().with(0, Slot.fresh(1)).with(5000, Slot.fresh(1)).without(5000);
    var narrow = Slots.empty().with(0, Slot.fresh(1));
    assertThat(wide).isEqualTo(narrow).hasSameHashCodeAs(narrow);
  }

  @Test
  void an_index_beyond_all_is_empty() {
    assertThat(Slots.empty().get(10_000)).isEmpty();
    assertThat(Slots.empty().without(10_000)).isEqualTo(Slots.empty());
  }

  /// The slots by index; they must be visited from the lowest up.
  private static SortedMap<Integer, Slot> asMap(Slots slots) {
    var map = new TreeMap<Integer, Slot>();
    slots.forEach((index, slot) -> {
      assertThat(map.isEmpty() || map.lastKey() < index).isTrue();
      map.put(index, slot);
    });
    return map;
  }

  private static Slots of(SortedMap<Integer, Slot> map) {
    var slots = Slots.empty();
    for (var entry : map.entrySet()) slots = slots.with(entry.getKey(), entry.getValue());
    return slots;
  }
}
