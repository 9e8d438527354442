package io.helyos.model.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.desk.Orders;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.StopPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is about to end is left alone until its traffic has gone.
class DrainingTest {
  private static final PodId POD = new PodId("shop", "api", 0);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final StopPolicy POLICY =
      StopPolicy.of(Duration.ofSeconds(10), "SIGTERM", Duration.ofSeconds(5), List.of("sync"));

  private static final Order GONE =
      Orders.gone(POD, 2, POLICY, Orders.SYSTEM).drainingSince(Optional.of(NOON));

  private static ContainerState container(long incarnation, Phase phase) {
    var order =
        new Order(
            POD,
            Want.RUNNING,
            incarnation,
            1,
            1,
            PodTemplate.of("api:1"),
            List.of(),
            Orders.SYSTEM);
    return new ContainerState(
        "c" + incarnation,
        POD.podName(),
        "api:1",
        Labels.of(order, "cluster", "n1"),
        phase,
        0,
        false,
        Optional.empty(),
        Optional.empty(),
        "",
        List.of(),
        "");
  }

  private static final ContainerState RUNNING = container(2, Phase.RUNNING);

  @Test
  void a_running_container_rests_until_its_drain_is_over() {
    var before = NOON.plusSeconds(5).minusMillis(1);
    assertThat(Reconciliation.next(GONE, List.of(RUNNING), before)).isEqualTo(new Step.Rest());
    assertThat(Reconciliation.next(GONE, List.of(RUNNING), NOON.plusSeconds(5)))
        .isEqualTo(new Step.Stop(RUNNING));
  }

  @Test
  void somebody_looks_again_when_it_is_over() {
    assertThat(Draining.next(GONE, List.of(RUNNING))).contains(NOON.plusSeconds(5));
    assertThat(Draining.next(GONE, List.of(container(2, Phase.EXITED)))).isEmpty();
  }

  @Test
  void what_has_ended_by_itself_is_removed_at_once() {
    var dead = container(2, Phase.EXITED);
    assertThat(Reconciliation.next(GONE, List.of(dead), NOON)).isEqualTo(new Step.Remove(dead));
    var remains = container(1, Phase.EXITED);
    assertThat(Reconciliation.next(GONE, List.of(RUNNING, remains), NOON))
        .isEqualTo(new Step.Remove(remains));
  }

  @Test
  void a_pod_that_drains_is_not_gone() {
    assertThat(Reconciliation.isVacated(GONE, List.of(RUNNING))).isFalse();
  }

  @Test
  void without_a_drain_it_ends_at_once() {
    var plain = Orders.gone(POD, 2, POLICY, Orders.SYSTEM);
    assertThat(Reconciliation.next(plain, List.of(RUNNING), NOON))
        .isEqualTo(new Step.Stop(RUNNING));
    assertThat(Draining.next(plain, List.of(RUNNING))).isEmpty();
  }

  @Test
  void a_command_before_the_signal_takes_from_the_grace_but_not_all_of_it() {
    assertThat(POLICY.graceAfter(Duration.ZERO)).isEqualTo(Duration.ofSeconds(10));
    assertThat(POLICY.graceAfter(Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(3));
    assertThat(POLICY.graceAfter(Duration.ofSeconds(10))).isEqualTo(Duration.ofSeconds(2));
    assertThat(new StopPolicy(Duration.ofSeconds(1), "SIGTERM").graceAfter(Duration.ofSeconds(9)))
        .isEqualTo(Duration.ofSeconds(1));
  }
}
