package io.helyos.model.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.desk.StepOutcome.CannotStart;
import io.helyos.model.desk.StepOutcome.NoEngine;
import io.helyos.model.desk.StepOutcome.Unclear;
import io.helyos.model.desk.StepOutcome.Vanished;
import io.helyos.model.pod.StartFailure;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What an engine's refusal means.
class FailuresTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "IMAGE_MISSING, IMAGE",
    "PULL_FAILED, IMAGE",
    "PORT_TAKEN, PORT_TAKEN",
    "INVALID, REFUSED"
  })
  void aRefusedStartCannotComeUp(Kind kind, StartFailure failure) {
    assertThat(Failures.ofStarting(kind, "no", NOW)).contains(new CannotStart(failure, "no", NOW));
  }

  @ParameterizedTest
  @EnumSource(names = {"NAME_TAKEN", "ENGINE_ERROR"})
  void onlyALookTellsWhatTheseMean(Kind kind) {
    assertThat(Failures.ofStarting(kind, "no", NOW)).isEmpty();
  }

  @Test
  void anEngineThatIsAwayFailsNothing() {
    assertThat(Failures.ofStarting(Kind.UNREACHABLE, "away", NOW)).contains(new NoEngine("away"));
    assertThat(Failures.ofStarting(Kind.UNKNOWN_OUTCOME, "?", NOW)).contains(new Unclear("?"));
  }

  @Test
  void takingDownNeverFailsForGood() {
    var container = Shift.container(Shift.order(1), "c1", Phase.RUNNING);
    for (var kind : EnumSet.allOf(Kind.class)) {
      var outcome = Failures.ofTakingDown(container, kind, "no");
      assertThat(outcome)
          .isInstanceOfAny(Vanished.class, NoEngine.class, Unclear.class)
          .isNotInstanceOf(CannotStart.class);
    }
    assertThat(Failures.ofTakingDown(container, Kind.NOT_FOUND, "gone"))
        .isEqualTo(new Vanished(container.id()));
  }
}
