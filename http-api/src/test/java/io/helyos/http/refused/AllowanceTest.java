package io.helyos.http.refused;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Allowance allowance = new Allowance(3, Duration.ofSeconds(1), NOON);

  private long taken(int millis, int times) {
    var taken = 0;
    for (var i = 0; i < times; i++) if (allowance.take(NOON.plusMillis(millis))) taken++;
    return taken;
  }

  @Test
  void so_many_come_through_at_once_and_then_one_in_each_interval() {
    assertThat(taken(0, 10)).isEqualTo(3);
    assertThat(taken(999, 10)).isZero();
    assertThat(taken(1_500, 10)).isEqualTo(1);
    assertThat(taken(2_000, 10)).isEqualTo(1);
  }

  @Test
  void a_long_silence_fills_it_up_and_no_further() {
    assertThat(taken(0, 10)).isEqualTo(3);
    assertThat(taken(3_600_000, 10)).isEqualTo(3);
  }

  @Test
  void a_clock_that_goes_back_gives_nothing_away() {
    assertThat(taken(0, 10)).isEqualTo(3);
    assertThat(taken(-60_000, 10)).isZero();
  }
}
