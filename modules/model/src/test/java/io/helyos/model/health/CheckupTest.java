package io.helyos.model.health;

import static io.helyos.model.health.Checkup.Kind.LIVENESS;
import static io.helyos.model.health.Checkup.Kind.READINESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.model.health.Checkup.Kind;
import io.helyos.model.pod.Health;
import io.helyos.model.pod.Health.Liveness;
import io.helyos.model.port.ProbeAnswer;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// All checks of a container, and what they say together.
class CheckupTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Probe EACH_10S =
      new Probe(
          new Probe.Action.Tcp(80),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          2,
          Duration.ZERO);
  private static final Optional<Probe> YES = Optional.of(EACH_10S);
  private static final Optional<Probe> NO = Optional.empty();

  private static Checkup of(Optional<Probe> health, Optional<Probe> readiness) {
    return of(health, readiness, Health.atStart(health.isPresent(), readiness.isPresent(), NOON));
  }

  private static Checkup of(Optional<Probe> health, Optional<Probe> readiness, Health known) {
    var template = PodTemplate.of("nginx").withProbes(health, readiness);
    return Checkup.begin(template, "c1", "10.0.0.2", NOON, known, NOON);
  }

  private static Checkup good(Checkup of, Kind kind, int second) {
    return said(of, kind, ProbeAnswer.good(kind + " is fine"), second);
  }

  private static Checkup bad(Checkup of, Kind kind, int second) {
    return said(of, kind, ProbeAnswer.bad(kind + " is not"), second);
  }

  private static Checkup said(Checkup of, Kind kind, ProbeAnswer answer, int second) {
    var at = NOON.plusSeconds(second);
    return of.asked(kind, at).answered(kind, answer, at);
  }

  private static void stands(Checkup of, Liveness liveness, boolean ready) {
    assertThat(of.health()).extracting(Health::liveness).isEqualTo(liveness);
    assertThat(of.health()).extracting(Health::ready).isEqualTo(ready);
  }

  @Test
  void ten_minutes_of_health_are_remembered_of_one_that_became_unhealthy() {
    var well = good(of(YES, NO), LIVENESS, 0);
    assertThat(well.healthySince()).contains(NOON);
    assertThat(bad(bad(well, LIVENESS, 590), LIVENESS, 599).healthySince()).isEmpty();
    assertThat(bad(bad(well, LIVENESS, 590), LIVENESS, 600).healthySince()).contains(NOON);
  }

  @Test
  void without_a_readiness_check_who_is_well_is_ready() {
    var checkup = of(YES, NO);
    stands(checkup, Liveness.STARTING, false);
    stands(good(checkup, LIVENESS, 1), Liveness.HEALTHY, true);
  }

  @Test
  void without_a_liveness_check_who_runs_is_well_and_may_not_be_ready() {
    var checkup = of(NO, YES);
    stands(checkup, Liveness.HEALTHY, false);
    stands(good(checkup, READINESS, 1), Liveness.HEALTHY, true);
    stands(bad(bad(checkup, READINESS, 1), READINESS, 60), Liveness.HEALTHY, false);
  }

  @Test
  void nobody_is_ready_before_being_well() {
    var checkup = good(of(YES, YES), READINESS, 1);
    stands(checkup, Liveness.STARTING, false);
    stands(good(checkup, LIVENESS, 2), Liveness.HEALTHY, true);
  }

  @Test
  void readiness_comes_and_goes() {
    var checkup = good(good(of(YES, YES), LIVENESS, 1), READINESS, 1);
    checkup = bad(checkup, READINESS, 10);
    stands(checkup, Liveness.HEALTHY, true);
    checkup = bad(checkup, READINESS, 20);
    stands(checkup, Liveness.HEALTHY, false);
    assertThat(checkup.health().answer()).isEqualTo("READINESS is not");
    stands(good(checkup, READINESS, 30), Liveness.HEALTHY, true);
  }

  @Test
  void health_is_dated_from_its_change_and_not_from_readiness() {
    var checkup = good(of(YES, YES), LIVENESS, 3);
    assertThat(checkup.health().since()).isEqualTo(NOON.plusSeconds(3));
    assertThat(good(checkup, READINESS, 9).health().since()).isEqualTo(NOON.plusSeconds(3));
  }

  @Test
  void the_answer_that_made_the_last_change_is_kept() {
    var checkup = good(good(of(YES, YES), LIVENESS, 1), READINESS, 2);
    assertThat(checkup.health().answer()).isEqualTo("READINESS is fine");
    assertThat(good(checkup, LIVENESS, 11).health().answer()).isEqualTo("READINESS is fine");
  }

  @Test
  void who_is_unhealthy_is_asked_no_more_and_stays_so() {
    var asked = good(of(YES, YES), LIVENESS, 1).asked(READINESS, NOON.plusSeconds(1));
    var sick = bad(bad(asked, LIVENESS, 10), LIVENESS, 20);
    stands(sick, Liveness.UNHEALTHY, false);
    assertThat(sick.isUnhealthy()).isTrue();
    assertThat(sick.due(NOON.plusSeconds(99))).isEmpty();
    assertThat(sick.next()).isEmpty();
    var late = sick.answered(READINESS, ProbeAnswer.good("late"), NOON.plusSeconds(21));
    assertThat(late.health()).isEqualTo(sick.health());
    assertThat(late.health().answer()).isEqualTo("LIVENESS is not");
  }

  @Test
  void both_checks_have_their_own_times() {
    var checkup = of(YES, YES);
    assertThat(checkup.due(NOON)).containsExactly(LIVENESS, READINESS);
    checkup = good(checkup, LIVENESS, 0).asked(READINESS, NOON);
    assertThat(checkup.due(NOON.plusSeconds(1))).containsExactly(LIVENESS);
    assertThat(checkup.next()).contains(NOON.plusSeconds(1));
    assertThat(checkup.asked(LIVENESS, NOON.plusSeconds(1)).next()).isEmpty();
  }

  @Test
  void what_was_known_before_counts_on() {
    var well = new Health(Liveness.HEALTHY, true, "ok", NOON);
    var checkup = bad(of(YES, YES, well), LIVENESS, 3600);
    stands(checkup, Liveness.HEALTHY, true);
    assertThat(checkup.health().since()).isEqualTo(NOON);
    var sick = new Health(Liveness.UNHEALTHY, false, "refused", NOON);
    assertThat(of(YES, YES, sick).due(NOON)).isEmpty();
  }

  @Test
  void a_check_that_does_not_exist_cannot_be_asked() {
    assertThat(of(YES, NO).due(NOON)).containsExactly(LIVENESS);
    assertThat(of(YES, NO).probe(LIVENESS)).isEqualTo(EACH_10S);
    assertThatThrownBy(() -> of(YES, NO).probe(READINESS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("READINESS");
  }
}
