package io.helyos.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The reservation protocol, message by message and step by step: whatever happens to any one of
/// them, the pod runs once in the end, and the nodes hold room for it and for nothing else.
class ReservationProtocolTest {
  /// Longer than it takes the pod to be somewhere else.
  private static final Duration PAST_A_MOVE = Duration.ofSeconds(60);

  private static final Duration PAST_TWO_MOVES = Duration.ofSeconds(100);
  private static final Duration SOON = Duration.ofMillis(1);

  private static final Map<String, List<Duration>> MISHAPS =
      Map.of(
          "lost", List.of(),
          "doubled", List.of(SOON, SOON),
          "doubled late", List.of(SOON, PAST_A_MOVE),
          "delayed past a move", List.of(PAST_A_MOVE),
          "delayed past two moves", List.of(PAST_TWO_MOVES));

  private static MovingPod calm() {
    var pod = new MovingPod(Weather.CALM);
    assertThat(pod.run()).as(() -> String.join("\n", pod.story())).isEmpty();
    return pod;
  }

  static Stream<Arguments> mishaps() {
    var count = calm().messages().size();
    return IntStream.range(0, count)
        .boxed()
        .flatMap(n -> MISHAPS.keySet().stream().sorted().map(mishap -> Arguments.of(n, mishap)));
  }

  @ParameterizedTest(name = "message {0} is {1}")
  @MethodSource("mishaps")
  void bears_that_any_message(int number, String mishap) {
    var copies = Objects.requireNonNull(MISHAPS.get(mishap));
    var sent = new int[1];
    var pod = new MovingPod(message -> sent[0]++ == number ? copies : Weather.CALM.of(message));
    var amiss = pod.run();
    assertThat(amiss).as(() -> String.join("\n", pod.story())).isEmpty();
  }

  @Test
  void has_every_message_in_it() {
    assertThat(calm().messages().stream().map(m -> m.words().get()))
        .anyMatch(words -> words.startsWith("Reserve["))
        .anyMatch(words -> words.startsWith("Release["))
        .anyMatch(words -> words.startsWith("ConfirmReservation["))
        .anyMatch(words -> words.contains("Granted["));
  }

  @Test
  void bears_that_both_restart_between_any_two_steps() {
    var steps = calm().steps();
    assertThat(steps).hasSizeGreaterThan(50);
    for (var step : steps) {
      var pod = new MovingPod(Weather.CALM);
      pod.crashAt(step.plusNanos(50_000));
      var amiss = pod.run();
      assertThat(amiss)
          .as(() -> "Restarted after " + step + "\n" + String.join("\n", pod.story()))
          .isEmpty();
    }
  }
}
