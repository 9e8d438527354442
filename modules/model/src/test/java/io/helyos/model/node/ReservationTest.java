package io.helyos.model.node;

import static io.helyos.model.Given.given;
import static io.helyos.model.node.Machine.cpu;
import static io.helyos.model.node.Machine.memory;
import static io.helyos.model.node.Machine.node;
import static io.helyos.model.node.Machine.pod;
import static io.helyos.model.node.Machine.ports;
import static io.helyos.model.node.Machine.registered;
import static io.helyos.model.node.Machine.release;
import static io.helyos.model.node.Machine.reserve;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Given;
import io.helyos.model.Rejection.Kind;
import io.helyos.model.node.NodeCommand.Cordon;
import io.helyos.model.node.NodeCommand.Release;
import io.helyos.model.node.NodeEffect.EnsureStillNeeded;
import io.helyos.model.node.NodeEvent.PortFoundTaken;
import io.helyos.model.node.NodeEvent.Released;
import io.helyos.model.node.NodeEvent.Reserved;
import io.helyos.model.pod.Needs;
import io.helyos.model.pod.Owed.HostPort;
import io.helyos.model.template.PortSpec;
import io.helyos.model.template.PortSpec.Protocol;
import io.helyos.model.template.PublishedPort;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReservationTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void room_is_granted_and_the_pod_is_asked_whether_it_still_needs_it() {
    registered()
        .when(reserve(0, 1, memory(100)))
        .then(new Reserved(pod(0), new Reservation(1, 100 * Machine.MEBIBYTE, 0, List.of())))
        .newEffects(new EnsureStillNeeded("n1", pod(0), 1))
        .answers(new Granted(List.of()));
  }

  @Test
  void asking_again_gets_the_same_answer() {
    var held = registered().and(reserve(0, 1, ports(PortSpec.free(80))));
    var granted = Machine.granted(held, 0);
    held.when(reserve(0, 1, ports(PortSpec.free(80)))).then().answers(new Granted(granted));
  }

  @Test
  void a_new_incarnation_takes_the_place_of_the_old() {
    var next = registered().and(reserve(0, 1, memory(600))).and(reserve(0, 2, memory(700)));
    assertThat(node(next).reservedMemory()).isEqualTo(700 * Machine.MEBIBYTE);
  }

  @Test
  void a_lower_incarnation_than_the_highest_seen_is_refused() {
    var second = registered().and(reserve(0, 2, memory(1)));
    second.when(reserve(0, 1, memory(1))).refused(Kind.STALE, "helyos-shop-api-0", "seen 2");
    var released = second.and(release(0, 2));
    released.when(reserve(0, 2, memory(1))).refused(Kind.STALE, "Incarnation 2");
    released.and(reserve(0, 3, memory(1)));
  }

  @Test
  void an_unregistered_node_has_no_room_and_nothing_to_release() {
    given(new NodeLifecycle()).when(reserve(0, 1, memory(1))).refused(Kind.NOT_FOUND);
    given(new NodeLifecycle()).when(release(0, 1)).then();
  }

  @Nested
  class What_is_full {
    @Test
    void is_memory() {
      registered()
          .and(reserve(0, 1, memory(1000)))
          .when(reserve(1, 1, memory(25)))
          .refused(Kind.CONFLICT, "has 24 MiB of memory free, needs 25 MiB");
      registered().and(reserve(0, 1, memory(1000))).and(reserve(1, 1, memory(24)));
    }

    @Test
    void is_cpu() {
      registered()
          .and(reserve(0, 1, cpu(1999)))
          .when(reserve(1, 1, cpu(2)))
          .refused(Kind.CONFLICT, "has 1 m of CPU free, needs 2 m");
    }

    @Test
    void is_the_number_of_pods() {
      registered()
          .and(reserve(0, 1, Needs.NOTHING))
          .and(reserve(1, 1, Needs.NOTHING))
          .and(reserve(2, 1, Needs.NOTHING))
          .when(reserve(3, 1, Needs.NOTHING))
          .refused(Kind.CONFLICT, "has its 3 pods");
    }

    @Test
    void is_a_fixed_port() {
      registered()
          .and(reserve(0, 1, ports(PortSpec.fixed(8080, 80))))
          .when(reserve(1, 1, ports(PortSpec.fixed(8080, 80))))
          .refused(Kind.CONFLICT, "host port 8080 is taken");
    }

    @Test
    void is_the_range_of_free_ports() {
      registered()
          .and(reserve(0, 1, ports(PortSpec.free(1), PortSpec.free(2))))
          .when(reserve(1, 1, ports(PortSpec.free(1), PortSpec.free(2))))
          .refused(Kind.CONFLICT, "no free host port left");
    }

    @Test
    void is_everything_when_the_node_is_cordoned() {
      registered()
          .and(new Cordon())
          .when(reserve(0, 1, Needs.NOTHING))
          .refused(Kind.CONFLICT, "cordoned");
    }

    @Test
    void is_never_a_pods_own_room() {
      registered()
          .and(reserve(0, 1, memory(1024)))
          .and(reserve(1, 1, Needs.NOTHING))
          .and(reserve(2, 1, Needs.NOTHING))
          .and(reserve(0, 2, memory(1024)));
    }

    @Test
    void says_nothing_against_a_pod_without_limits() {
      registered().and(reserve(0, 1, memory(1024))).and(reserve(1, 1, Needs.NOTHING));
    }
  }

  @Nested
  class Host_ports {
    private Given<NodeCommand, NodeEvent, Node, NodeEffect> oneHeld() {
      return registered().and(reserve(0, 1, ports(PortSpec.fixed(20_001, 80))));
    }

    private List<Integer> granted(
        Given<NodeCommand, NodeEvent, Node, NodeEffect> given, int index) {
      return Machine.granted(given, index).stream().map(PublishedPort::host).toList();
    }

    @Test
    void are_granted_from_the_range_and_never_twice() {
      var all =
          registered()
              .and(reserve(0, 1, ports(PortSpec.free(80))))
              .and(reserve(1, 1, ports(PortSpec.free(80))))
              .and(reserve(2, 1, ports(PortSpec.free(80))));
      assertThat(List.of(granted(all, 0), granted(all, 1), granted(all, 2)))
          .containsExactlyInAnyOrder(List.of(20_000), List.of(20_001), List.of(20_002));
    }

    @Test
    void that_are_fixed_are_left_out_of_the_free_ones() {
      var both = oneHeld().and(reserve(1, 1, ports(PortSpec.free(80), PortSpec.free(81))));
      assertThat(granted(both, 1)).containsExactlyInAnyOrder(20_000, 20_002);
    }

    @Test
    void that_a_pod_fixes_itself_are_left_out_of_its_own_free_ones() {
      var asks = ports(PortSpec.free(1), PortSpec.fixed(20_000, 2), PortSpec.free(3));
      assertThat(granted(registered().and(reserve(0, 1, asks)), 0))
          .containsExactlyInAnyOrder(20_000, 20_001, 20_002);
    }

    @Test
    void of_udp_and_tcp_are_two_things() {
      var udp = new PortSpec("dns", 53, 20_001, "", Protocol.UDP);
      assertThat(granted(oneHeld().and(reserve(1, 1, ports(udp))), 1)).containsExactly(20_001);
    }

    @Test
    void keep_their_container_port_and_address() {
      var local = new PortSpec("web", 80, 8080, "127.0.0.1", Protocol.TCP);
      registered()
          .when(reserve(0, 1, ports(local)))
          .answers(new Granted(List.of(new PublishedPort(80, 8080, "127.0.0.1", Protocol.TCP))));
    }

    @Test
    void are_free_again_when_the_pod_gives_its_room_back() {
      oneHeld()
          .when(release(0, 1))
          .then(new Released(pod(0), 1))
          .accepted()
          .and(reserve(1, 1, ports(PortSpec.fixed(20_001, 80))));
    }

    @Test
    void that_a_stranger_holds_are_avoided_for_ten_minutes() {
      var stranger = new HostPort(8080, Protocol.TCP);
      var later = NOON.plus(Duration.ofMinutes(10));
      var ask = reserve(1, 1, ports(PortSpec.fixed(8080, 80)));
      var avoiding =
          registered()
              .and(reserve(0, 1, ports(PortSpec.fixed(8080, 80))))
              .when(new Release(pod(0), 1, List.of(stranger)), NOON)
              .then(new Released(pod(0), 1), new PortFoundTaken(stranger, later))
              .accepted();
      avoiding.when(ask, later.minusNanos(1)).refused(Kind.CONFLICT, "host port 8080 is taken");
      avoiding.and(ask, later);
    }

    @Test
    void that_a_stranger_holds_are_not_granted_either() {
      var avoiding =
          oneHeld()
              .and(new Release(pod(0), 1, List.of(new HostPort(20_001, Protocol.TCP))), NOON)
              .and(reserve(1, 1, ports(PortSpec.free(1), PortSpec.free(2))), NOON);
      assertThat(granted(avoiding, 1)).containsExactlyInAnyOrder(20_000, 20_002);
    }
  }

  @Nested
  class Releasing {
    @Test
    void twice_changes_nothing() {
      registered().and(reserve(0, 1, memory(1))).and(release(0, 1)).when(release(0, 1)).then();
    }

    @Test
    void an_old_incarnation_leaves_the_new_one_its_room() {
      registered()
          .and(reserve(0, 1, memory(1)))
          .and(reserve(0, 2, memory(1)))
          .when(release(0, 1))
          .then();
    }

    @Test
    void what_was_never_granted_changes_nothing() {
      registered().when(release(0, 1)).then();
    }
  }
}
