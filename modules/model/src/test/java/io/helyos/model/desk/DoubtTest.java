package io.helyos.model.desk;

import static io.helyos.model.desk.Shift.NODE;
import static io.helyos.model.desk.Shift.POD;
import static io.helyos.model.desk.Shift.gone;
import static io.helyos.model.desk.Shift.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.EntityId;
import io.helyos.model.PodId;
import io.helyos.model.Rejection;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.delivery.Answer;
import io.helyos.model.pod.Assignment;
import io.helyos.model.pod.Life;
import io.helyos.model.pod.Needs;
import io.helyos.model.pod.Placement;
import io.helyos.model.pod.Pod;
import io.helyos.model.reconciliation.Labels.Identity;
import io.helyos.model.template.PodTemplate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// An order may come late: its pod lives elsewhere by then, or not at all.
class DoubtTest {
  private static final Desk ORDERED = Shift.ordered(order(1)).desk();
  private static final Identity FIRST = new Identity(POD, 1, 1);

  private static Optional<Pod> placed(PodId pod, String node, long incarnation) {
    var template = PodTemplate.of("nginx");
    var wanted =
        new Assignment(
            pod,
            1,
            template.image(),
            Needs.NOTHING,
            template.restart(),
            template.backoff(),
            template.stop(),
            false,
            false);
    var life = new Life(wanted, incarnation, 1, 0, 0, List.of());
    return Optional.of(new Pod.Creating(life, new Placement(node, List.of())));
  }

  private static Answer refused(Rejection why) {
    return new Answer.Refused(EntityId.node("n1"), why);
  }

  @Test
  void a_pod_that_refuses_what_it_is_told_is_asked() {
    assertThat(Doubt.about(ORDERED, refused(Rejection.stale("over")))).contains(FIRST);
    assertThat(Doubt.about(ORDERED, refused(Rejection.notFound("who?")))).contains(FIRST);
    assertThat(Doubt.about(ORDERED, refused(Rejection.conflict("busy")))).isEmpty();
    assertThat(Doubt.about(ORDERED, new Answer.Done(EntityId.node("n1"), 1, Instant.EPOCH, "", 1)))
        .isEmpty();
  }

  @Test
  void a_pod_that_seems_to_have_no_place_here_is_asked() {
    assertThat(Doubt.against(ORDERED, Optional.empty(), NODE)).contains(FIRST);
    assertThat(Doubt.against(ORDERED, placed(POD, "n2", 1), NODE)).contains(FIRST);
    assertThat(Doubt.against(ORDERED, placed(POD, NODE, 2), NODE)).contains(FIRST);
    var same = new PodId("shop-api", "0", 0);
    assertThat(Doubt.against(ORDERED, placed(same, NODE, 1), NODE)).contains(FIRST);
  }

  @Test
  void a_pod_that_has_its_place_here_or_is_being_ended_is_not() {
    assertThat(Doubt.against(ORDERED, placed(POD, NODE, 1), NODE)).isEmpty();
    assertThat(Doubt.against(Shift.ordered(gone(1)).desk(), Optional.empty(), NODE)).isEmpty();
    assertThat(Doubt.against(Desk.of(POD), Optional.empty(), NODE)).isEmpty();
  }

  @Test
  void what_the_pod_does_not_know_is_ended_unless_a_later_life_is_ordered() {
    assertThat(Doubt.disowned(ORDERED, 1).orElseThrow().want()).isEqualTo(Want.GONE);
    assertThat(Doubt.disowned(Desk.of(POD), 1).orElseThrow().want()).isEqualTo(Want.GONE);
    var later = Shift.ordered(order(2, 1, PodTemplate.of("nginx"))).desk();
    assertThat(Doubt.disowned(later, 1)).isEmpty();
    assertThat(Doubt.disowned(Shift.ordered(gone(1)).desk(), 1)).isEmpty();
  }
}
