package io.helyos.model.desk;

import static io.helyos.model.desk.Shift.NOON;
import static io.helyos.model.desk.Shift.container;
import static io.helyos.model.desk.Shift.gone;
import static io.helyos.model.desk.Shift.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.health.Checkup.Kind;
import io.helyos.model.pod.Health.Liveness;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportHealth;
import io.helyos.model.port.ContainerEvent;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.port.ProbeAnswer;
import io.helyos.model.reconciliation.Step;
import io.helyos.model.template.NetworkMode;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.Probe;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// From the questions to a container to what its pod hears of them, and to its end.
class ChecksTest {
  private static final Probe TCP =
      new Probe(
          new Probe.Action.Tcp(80),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          3,
          Duration.ZERO);
  private static final PodTemplate NGINX = PodTemplate.of("nginx");
  private static final PodTemplate CHECKED = NGINX.withProbes(Optional.of(TCP), Optional.empty());
  private static final PodTemplate GATED = NGINX.withProbes(Optional.empty(), Optional.of(TCP));
  private static final PodTemplate BOTH = NGINX.withProbes(Optional.of(TCP), Optional.of(TCP));
  private static final ProbeAnswer YES = ProbeAnswer.good("200 OK");
  private static final ProbeAnswer NO = ProbeAnswer.bad("connection refused");

  private static Shift running(PodTemplate template) {
    return Shift.running(order(1, 1, template), "c1");
  }

  private static Shift ask(Shift shift, Kind kind, ProbeAnswer answer) {
    assertThat(shift.desk().questions(shift.now())).contains(kind);
    shift.put(shift.desk().asked(kind, shift.now()));
    return shift.put(shift.desk().told("c1", kind, answer, shift.now()));
  }

  /// Well, and then refusing every question.
  private static Shift sick(PodTemplate template) {
    var shift = ask(running(template), Kind.LIVENESS, YES);
    shift.hear();
    shift.pass(1);
    for (var failure = 1; failure <= 3; failure++) ask(shift, Kind.LIVENESS, NO).pass(10);
    return shift;
  }

  @Test
  void a_container_without_checks_is_asked_nothing() {
    var shift = running(NGINX);
    assertThat(shift.desk().checkup()).isEmpty();
    assertThat(shift.desk().questions(NOON)).isEmpty();
    assertThat(shift.desk().wakeAt(NOON)).isEmpty();
  }

  @Test
  void nothing_is_asked_before_the_pod_knows_that_the_container_runs() {
    var shift = Shift.ordered(order(1, 1, CHECKED)).bringUp("c1").make();
    assertThat(shift.desk().questions(NOON)).isEmpty();
    shift.tell();
    assertThat(shift.desk().questions(NOON)).isEmpty();
    shift.pass(2).put(shift.desk().silenced(shift.now()));
    assertThat(shift.desk().questions(shift.now())).as("or will know").contains(Kind.LIVENESS);
  }

  @Test
  void a_change_is_told_once() {
    var shift = ask(running(CHECKED), Kind.LIVENESS, YES);
    assertThat(shift.hear())
        .containsExactly(new ReportHealth(1, 1, Liveness.HEALTHY, true, "200 OK", NOON));
    ask(shift.pass(10), Kind.LIVENESS, YES);
    assertThat(shift.desk().news()).isEmpty();
  }

  @Test
  void a_change_back_before_it_was_told_is_none() {
    var shift = ask(running(GATED), Kind.READINESS, YES);
    shift.hear();
    for (var failure = 1; failure <= 3; failure++) ask(shift.pass(10), Kind.READINESS, NO);
    assertThat(shift.desk().news()).containsInstanceOf(News.Changed.class);
    ask(shift.pass(10), Kind.READINESS, YES);
    assertThat(shift.desk().news()).isEmpty();
  }

  @Test
  void readiness_gates_and_never_ends_a_container() {
    var shift = running(GATED);
    assertThat(shift.desk().news()).isEmpty();
    for (var n = 0; n < 60; n++) ask(shift, Kind.READINESS, NO).pass(10);
    assertThat(shift.hear())
        .as("once, with the answer")
        .containsExactly(
            new ReportHealth(1, 1, Liveness.HEALTHY, false, "connection refused", shift.now()));
    assertThat(shift.step()).isEqualTo(new Step.Rest());
  }

  @Test
  void a_change_that_waits_is_told_with_the_answer_that_made_it() {
    var shift = ask(running(BOTH), Kind.LIVENESS, YES);
    shift.make();
    assertThat(shift.tell()).isPresent();
    ask(shift, Kind.READINESS, ProbeAnswer.good("ready"));
    ask(shift.pass(10), Kind.LIVENESS, ProbeAnswer.good("alive"));
    shift.answer(new ReportHealth(1, 1, Liveness.HEALTHY, false, "200 OK", NOON));
    assertThat(shift.hear())
        .containsExactly(
            new ReportHealth(1, 1, Liveness.HEALTHY, true, "ready", NOON.plusSeconds(10)));
  }

  @Test
  void an_unhealthy_container_is_halted_and_its_end_says_why() {
    var shift = sick(CHECKED);
    var own = shift.seen("c1");
    assertThat(shift.step()).isEqualTo(new Step.Halt(own));
    assertThat(shift.desk().questions(shift.now().plusSeconds(60))).isEmpty();
    assertThat(shift.hear())
        .singleElement()
        .isInstanceOfSatisfying(
            ReportHealth.class,
            report -> {
              assertThat(report.liveness()).isEqualTo(Liveness.UNHEALTHY);
              assertThat(report.ready()).isFalse();
              assertThat(report.answer()).isEqualTo("connection refused");
            });
    shift.work(new StepOutcome.Halted(container(order(1, 1, CHECKED), "c1", Phase.EXITED)));
    assertThat(shift.hear())
        .singleElement()
        .isInstanceOfSatisfying(
            ReportExited.class,
            report -> {
              assertThat(report.exit().unhealthy()).contains("connection refused");
              assertThat(report.exit().healthySince()).isEmpty();
            });
    assertThat(shift.step()).as("kept for its log").isEqualTo(new Step.Rest());
  }

  @Test
  void an_unhealthy_container_is_halted_though_nobody_hears_of_it() {
    var shift = sick(CHECKED).silence(3);
    assertThat(shift.step()).isInstanceOf(Step.Halt.class);
    shift.dies("c1").silence(2);
    assertThat(shift.order().unheard())
        .hasSize(2)
        .last()
        .isInstanceOfSatisfying(
            ReportExited.class,
            report -> assertThat(report.exit().unhealthy()).contains("connection refused"));
  }

  @Test
  void a_late_answer_of_another_check_is_not_the_reason_of_the_end() {
    var shift = ask(running(BOTH), Kind.LIVENESS, YES);
    shift.hear();
    shift.put(shift.desk().asked(Kind.READINESS, shift.now())).pass(1);
    for (var failure = 1; failure <= 3; failure++) ask(shift, Kind.LIVENESS, NO).pass(10);
    shift.put(shift.desk().told("c1", Kind.READINESS, YES, shift.now())).dies("c1");
    var end = (ReportExited) shift.hear().getLast();
    assertThat(end.exit().unhealthy()).contains("connection refused");
  }

  @Test
  void a_container_that_ends_by_itself_is_not_called_unhealthy() {
    var shift = ask(running(CHECKED), Kind.LIVENESS, YES);
    shift.hear();
    ask(shift.pass(10), Kind.LIVENESS, NO).dies("c1");
    var end = (ReportExited) shift.hear().getFirst();
    assertThat(end.exit().unhealthy()).isEmpty();
    assertThat(end.exit().healthySince()).contains(NOON);
  }

  @Test
  void answers_of_an_earlier_container_count_for_nothing() {
    var shift = running(CHECKED);
    shift
        .put(shift.desk().asked(Kind.LIVENESS, NOON))
        .lists()
        .lists()
        .says(ContainerEvent.Kind.STARTED, "c2")
        .hear();
    var before = shift.desk();
    assertThat(shift.desk().told("c1", Kind.LIVENESS, YES, NOON)).isEqualTo(before);
    assertThat(shift.desk().questions(NOON)).containsExactly(Kind.LIVENESS);
  }

  @Test
  void a_container_that_is_not_running_is_asked_nothing() {
    var shift = running(CHECKED).dies("c1");
    assertThat(shift.desk().questions(NOON.plusSeconds(60))).isEmpty();
    assertThat(shift.desk().wakeAt(NOON)).isEmpty();
  }

  @Test
  void a_container_that_is_to_be_gone_is_asked_nothing() {
    var shift = running(CHECKED).take(gone(1));
    assertThat(shift.desk().questions(NOON.plusSeconds(60))).isEmpty();
    assertThat(shift.step()).isInstanceOf(Step.Stop.class);
  }

  @Test
  void the_next_question_wakes_the_desk_and_one_that_is_under_way_does_not() {
    var shift = ask(running(CHECKED), Kind.LIVENESS, YES);
    shift.hear();
    assertThat(shift.desk().wakeAt(NOON)).contains(NOON.plusSeconds(1));
    shift.pass(1).put(shift.desk().asked(Kind.LIVENESS, shift.now()));
    assertThat(shift.desk().questions(shift.now().plusSeconds(99))).isEmpty();
    assertThat(shift.desk().wakeAt(shift.now())).isEmpty();
  }

  @Test
  void the_next_start_is_asked_anew() {
    var shift = sick(CHECKED);
    shift.hear();
    shift.dies("c1").hear();
    shift.take(order(1, 2, CHECKED)).work(new StepOutcome.Vanished("c1")).bringUp("c2").hear();
    assertThat(shift.desk().checkup().orElseThrow().isUnhealthy()).isFalse();
    assertThat(shift.desk().questions(shift.now())).containsExactly(Kind.LIVENESS);
  }

  @Test
  void a_container_is_asked_at_its_own_address_as_the_engine_last_said_it() {
    var shift = running(CHECKED);
    assertThat(shift.desk().address()).isEmpty();
    shift.lists(container(order(1, 1, CHECKED), "c1", Phase.RUNNING));
    assertThat(shift.desk().address()).isEqualTo("10.0.0.2");
  }

  @Test
  void on_the_nodes_own_network_it_is_asked_there() {
    assertThat(running(CHECKED.withNetwork(NetworkMode.HOST)).desk().address())
        .isEqualTo("127.0.0.1");
  }

  @Test
  void a_container_that_was_started_again_by_hand_goes_on_being_asked() {
    var shift = running(CHECKED).dies("c1");
    var again =
        new ContainerEvent(
            ContainerEvent.Kind.STARTED, "c1", shift.seen("c1").labels(), shift.now(), 0);
    shift.put(shift.desk().heard(again, 9));
    assertThat(shift.desk().news()).isEmpty();
    assertThat(shift.desk().questions(shift.now())).containsExactly(Kind.LIVENESS);
  }
}
