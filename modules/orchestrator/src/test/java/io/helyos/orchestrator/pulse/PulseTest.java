package io.helyos.orchestrator.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PulseTest {
  private final AtomicLong nanos = new AtomicLong();
  private final List<Duration> stopped = new ArrayList<>();
  private final Pulse pulse = new Pulse(nanos::get, Duration.ofSeconds(3), stopped::add);

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void whoever_beats_may_go_on() {
    for (var beat = 0; beat < 10; beat++) {
      pass(Duration.ofSeconds(2));
      pulse.requireAwake();
      pulse.beat();
    }
    assertThat(stopped).isEmpty();
  }

  @Test
  void whoever_has_slept_is_stopped_before_the_first_beat_after_it() {
    pass(Duration.ofSeconds(60));
    pulse.requireAwake();
    assertThat(stopped).containsExactly(Duration.ofSeconds(60));
  }

  @Test
  void a_beat_that_comes_too_late_does_not_hide_the_sleep() {
    pass(Duration.ofSeconds(4));
    pulse.beat();
    assertThat(stopped).containsExactly(Duration.ofSeconds(4));
  }

  @Test
  void a_process_that_nobody_would_replace_may_sleep() {
    Pulse.NONE.requireAwake();
  }
}
