package io.helyos.model.desk;

import static io.helyos.model.desk.Shift.NOON;
import static io.helyos.model.desk.Shift.container;
import static io.helyos.model.desk.Shift.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.health.Checkup.Kind;
import io.helyos.model.pod.Assignment;
import io.helyos.model.pod.Exit;
import io.helyos.model.pod.Health;
import io.helyos.model.pod.Health.Liveness;
import io.helyos.model.pod.Life;
import io.helyos.model.pod.Needs;
import io.helyos.model.pod.Placement;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportHealth;
import io.helyos.model.pod.PodCommand.ReportStartFailed;
import io.helyos.model.pod.PodCommand.ReportStarted;
import io.helyos.model.pod.StartFailure;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.port.ProbeAnswer;
import io.helyos.model.reconciliation.Step;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The agent has been restarted: it has its order from the disk, a list of the engine, and the view
/// of its pod.
class ResumeTest {
  private static final Instant LATER = NOON.plusSeconds(600);
  private static final Probe TCP =
      new Probe(
          new Probe.Action.Tcp(80),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          3,
          Duration.ZERO);
  private static final PodTemplate CHECKED =
      PodTemplate.of("nginx").withProbes(Optional.of(TCP), Optional.of(TCP));
  private static final Order FIRST = order(1, 1, CHECKED);
  private static final ReportStarted STARTED =
      new ReportStarted(1, 1, new Pod.Container("c1", "10.0.0.2", "", NOON));

  private static Pod running(int attempt, Health health) {
    var wanted =
        new Assignment(
            Shift.POD,
            1,
            CHECKED.image(),
            Needs.NOTHING,
            CHECKED.restart(),
            CHECKED.backoff(),
            CHECKED.stop(),
            true,
            true);
    return new Pod.Running(
        new Life(wanted, 1, attempt, 0, 0, List.of()),
        new Placement(Shift.NODE, List.of()),
        STARTED.container(),
        health);
  }

  private static Health healthy(boolean ready) {
    return new Health(Liveness.HEALTHY, ready, "ok", NOON);
  }

  private static Shift resumed(Order onDisk, Phase phase) {
    return Shift.resumed(onDisk, LATER).lists(container(onDisk, "c1", phase));
  }

  @Test
  void a_container_that_the_pod_knows_is_no_news() {
    var shift = resumed(FIRST, Phase.RUNNING);
    assertThat(shift.desk().news()).containsInstanceOf(News.Started.class);
    shift.put(shift.desk().recall(running(1, healthy(true)), LATER));
    assertThat(shift.desk().news()).isEmpty();
    assertThat(shift.step()).isEqualTo(new Step.Rest());
  }

  @Test
  void another_container_or_another_start_is() {
    var other = Shift.resumed(FIRST, LATER).lists(container(FIRST, "c7", Phase.RUNNING));
    other.put(other.desk().recall(running(1, healthy(true)), LATER));
    assertThat(other.desk().news()).containsInstanceOf(News.Started.class);
    var second = resumed(order(1, 2, CHECKED), Phase.RUNNING);
    second.put(second.desk().recall(running(1, healthy(true)), LATER));
    assertThat(second.desk().news()).containsInstanceOf(News.Started.class);
  }

  @Test
  void a_container_that_died_meanwhile_is_reported_with_the_health_that_was_known() {
    var shift = resumed(FIRST, Phase.EXITED);
    shift.put(shift.desk().recall(running(1, healthy(true)), LATER));
    var report = (ReportExited) shift.hear().getFirst();
    assertThat(report.exit().healthySince()).contains(NOON);
  }

  @Test
  void a_container_that_was_well_is_not_ended_for_one_bad_answer() {
    var shift = resumed(FIRST, Phase.RUNNING);
    shift.put(shift.desk().recall(running(1, healthy(true)), LATER));
    shift.put(shift.desk().asked(Kind.LIVENESS, LATER));
    shift.put(shift.desk().told("c1", Kind.LIVENESS, ProbeAnswer.bad("no"), LATER));
    assertThat(shift.step()).isEqualTo(new Step.Rest());
  }

  @Test
  void a_container_that_was_found_unhealthy_is_still_ended() {
    var sick = new Health(Liveness.UNHEALTHY, false, "refused", NOON);
    var shift = resumed(FIRST, Phase.RUNNING);
    shift.put(shift.desk().recall(running(1, sick), LATER));
    assertThat(shift.step()).isInstanceOf(Step.Halt.class);
  }

  @Test
  void what_the_pod_was_made_to_believe_by_late_news_is_told_once_more() {
    var shift = resumed(FIRST, Phase.RUNNING);
    shift.put(shift.desk().recall(running(1, healthy(true)), LATER));
    var before = shift.desk();
    assertThat(before.recall(running(1, healthy(true)), LATER)).isEqualTo(before);
    var old = new Health(Liveness.STARTING, false, "", NOON);
    shift.put(before.recall(running(1, old), LATER));
    assertThat(shift.desk().news()).contains(new News.Changed(healthy(true)));
    assertThat(shift.hear()).hasSize(1).first().isInstanceOf(ReportHealth.class);
  }

  @Test
  void a_container_that_the_pod_takes_for_another_one_is_told_of_once_more() {
    var shift = resumed(FIRST, Phase.RUNNING);
    shift.put(shift.desk().recall(running(1, healthy(true)), LATER)).lists(own("c2"));
    shift.hear();
    shift.put(shift.desk().recall(running(1, healthy(true)), LATER));
    assertThat(shift.desk().news()).contains(new News.Started(own("c2")));
  }

  private static ContainerState own(String id) {
    return container(FIRST, id, Phase.RUNNING);
  }

  @Test
  void reports_that_were_not_heard_are_told_first_and_nothing_twice() {
    var second = new ReportStarted(1, 2, STARTED.container());
    var end = exited(1);
    var onDisk = order(1, 2, CHECKED).owing(end).owing(second);
    var shift = resumed(onDisk, Phase.RUNNING);
    shift.put(shift.desk().recall(running(1, healthy(true)), LATER));
    assertThat(shift.hear()).containsExactly(end, second);
  }

  @Test
  void what_the_pod_will_hear_of_its_container_counts_more_than_what_it_knows() {
    var unready = new ReportHealth(1, 1, Liveness.HEALTHY, false, "busy", NOON.plusSeconds(60));
    var shift = resumed(FIRST.owing(unready), Phase.RUNNING);
    shift.put(shift.desk().recall(running(1, healthy(true)), LATER));
    shift.put(shift.desk().asked(Kind.READINESS, LATER));
    shift.put(shift.desk().told("c1", Kind.READINESS, ProbeAnswer.good("ok"), LATER));
    assertThat(shift.hear())
        .containsExactly(unready, new ReportHealth(1, 1, Liveness.HEALTHY, true, "ok", LATER));
  }

  @Test
  void a_health_that_was_not_heard_is_remembered_too() {
    var well = new ReportHealth(1, 1, Liveness.HEALTHY, true, "ok", NOON.plusSeconds(1));
    var shift = resumed(FIRST.owing(STARTED).owing(well), Phase.RUNNING);
    shift.put(shift.desk().recall(new Pod.Absent(Optional.empty(), 0, List.of()), LATER));
    assertThat(shift.hear()).containsExactly(STARTED, well);
    assertThat(shift.desk().checkup().orElseThrow().health().liveness())
        .isEqualTo(Liveness.HEALTHY);
  }

  @Test
  void an_end_that_was_not_heard_is_followed_by_the_agents_own_start_when_nobody_is_there() {
    var onDisk = order(1).owing(exited(1)).wanting(Want.ENDED);
    var shift = resumed(onDisk, Phase.EXITED);
    shift.put(shift.desk().recall(running(1, healthy(true)), LATER));
    assertThat(shift.desk().deputised(LATER)).as("there was no silence yet").isEmpty();
    shift.silence(2);
    assertThat(shift.desk().deputised(shift.now()))
        .hasValueSatisfying(next -> assertThat(next.attempt()).isEqualTo(2));
    assertThat(shift.order().unheard()).containsExactly(exited(1));
  }

  @Test
  void a_start_that_failed_unheard_is_followed_in_the_same_way() {
    var failed = new ReportStartFailed(1, 3, StartFailure.IMAGE, "no such image", NOON);
    var shift = Shift.resumed(order(3).owing(failed).wanting(Want.ENDED), LATER);
    shift.put(shift.desk().recall(running(1, healthy(true)), LATER)).silence(2);
    assertThat(shift.desk().deputised(shift.now()))
        .hasValueSatisfying(next -> assertThat(next.pullFailures()).isEqualTo(1));
  }

  @Test
  void an_end_that_is_heard_after_all_leads_to_no_start_of_the_agents_own() {
    var shift = resumed(order(1).owing(exited(1)).wanting(Want.ENDED), Phase.EXITED);
    shift.put(shift.desk().recall(running(1, healthy(true)), LATER));
    assertThat(shift.hear()).contains(exited(1));
    assertThat(shift.desk().deputised(shift.pass(60).now())).isEmpty();
  }

  private static ReportExited exited(int attempt) {
    return new ReportExited(1, attempt, new Exit(1, false, NOON.plusSeconds(9), List.of("bye")));
  }
}
