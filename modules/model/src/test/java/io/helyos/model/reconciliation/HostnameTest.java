package io.helyos.model.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.template.NetworkMode;
import io.helyos.model.template.PodTemplate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostnameTest {
  private static final PodTemplate TEMPLATE = PodTemplate.of("nginx");

  @Test
  void a_process_learns_from_its_host_name_which_pod_it_is() {
    assertThat(hostname(new PodId("shop", "api", 3), TEMPLATE)).contains("helyos-shop-api-3");
  }

  @Test
  void on_the_nodes_network_it_has_the_nodes_name() {
    var onHost = TEMPLATE.withNetwork(NetworkMode.HOST);
    assertThat(hostname(new PodId("shop", "api", 3), onHost)).isEmpty();
  }

  @Test
  void a_host_name_is_never_longer_than_hosts_can_have_and_ends_in_no_hyphen() {
    var pod = new PodId("a".repeat(55), "b".repeat(63), 0);
    assertThat(hostname(pod, TEMPLATE)).contains("helyos-" + "a".repeat(55));
  }

  private static Optional<String> hostname(PodId pod, PodTemplate template) {
    var origin = new Order.Origin("change", "ada", "deployment|shop-api@1", Instant.EPOCH);
    var order = new Order(pod, Order.Want.RUNNING, 1, 1, 1, template, List.of(), origin);
    return ContainerSpecs.of(order, "cluster", "node").process().hostname();
  }
}
