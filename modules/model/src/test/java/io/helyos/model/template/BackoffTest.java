package io.helyos.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  @ParameterizedTest(name = "from {0} to {1} the wait before restart {2} is {3}")
  @CsvSource({
    "PT1S,   PT5M, 1,          PT1S",
    "PT1S,   PT5M, 2,          PT2S",
    "PT1S,   PT5M, 9,          PT4M16S",
    "PT1S,   PT5M, 10,         PT5M",
    "PT1S,   PT5M, 2147483647, PT5M",
    "PT0S,   PT5M, 1,          PT0S",
    "PT0S,   PT5M, 2,          PT1S",
    "PT0S,   PT5M, 3,          PT2S",
    "PT0S,   PT5M, 2147483647, PT5M",
    "PT10S,  PT4S, 1,          PT4S",
    "PT0.5S, PT5M, 2,          PT1S",
    "PT0S,   PT0S, 7,          PT0S",
  })
  void it_doubles_up_to_its_ceiling(Duration initial, Duration max, int restart, Duration wait) {
    assertThat(new Backoff(initial, max).before(restart)).isEqualTo(wait);
  }

  @Test
  void even_the_shortest_first_wait_reaches_a_ceiling_of_a_day() {
    var backoff = new Backoff(Duration.ofMillis(1), Duration.ofDays(1));
    assertThat(backoff.before(100)).isEqualTo(Duration.ofDays(1));
  }
}
