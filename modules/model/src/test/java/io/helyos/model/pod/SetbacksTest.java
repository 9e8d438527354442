package io.helyos.model.pod;

import static io.helyos.model.pod.ApiPod.NOON;
import static io.helyos.model.pod.ApiPod.creating;
import static io.helyos.model.pod.ApiPod.exited;
import static io.helyos.model.pod.ApiPod.pending;
import static io.helyos.model.pod.ApiPod.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Given;
import io.helyos.model.pod.PodCommand.EndBackoff;
import io.helyos.model.pod.PodCommand.ReportStartFailed;
import io.helyos.model.pod.PodCommand.ReportUnplaceable;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a pod tells its deployment of that which stands in its way.
class SetbacksTest {
  private static PodReport report(Given<PodCommand, PodEvent, Pod, PodEffect> of) {
    return PodReport.of(of.state()).orElseThrow();
  }

  @Test
  void nothing_stands_in_the_way_of_a_pod_that_runs() {
    assertThat(report(running()).setbacks()).isEqualTo(Setbacks.NONE);
    assertThat(report(running()).digest()).isEqualTo(ApiPod.container().digest());
  }

  @Test
  void restarts_are_told_with_the_reason() {
    var told = report(running().and(exited(1, 1, 3))).setbacks();
    assertThat(told.restarts()).isEqualTo(1);
    assertThat(told.why().orElseThrow().exitCode()).hasValue(3);
  }

  @Test
  void pulls_that_failed_are_told_apart_from_crashes() {
    var failed =
        creating()
            .and(new ReportStartFailed(1, 1, StartFailure.IMAGE, "no such image", NOON))
            .and(new EndBackoff(1, 1))
            .and(new ReportStartFailed(1, 2, StartFailure.IMAGE, "no such image", NOON));
    var told = report(failed).setbacks();
    assertThat(told.pullFailures()).isEqualTo(2);
    assertThat(told.restarts()).isZero();
    assertThat(told.why().orElseThrow().message()).isEqualTo("no such image");
  }

  @ParameterizedTest
  @CsvSource({
    "host port 8080 is taken, true",
    "cordoned, false",
    "'has 10 MiB of memory free, needs 64 MiB', false"
  })
  void a_pod_is_crowded_out_when_a_node_lacks_nothing_but_its_port(String why, boolean crowded) {
    var waiting = pending().and(new ReportUnplaceable(1, Map.of("n1", "cordoned", "n2", why)));
    assertThat(report(waiting).setbacks().crowdedOut()).isEqualTo(crowded);
  }

  @Test
  void of_many_nodes_the_one_that_lacks_only_a_port_is_named() {
    var against = new TreeMap<String, String>();
    for (var n = 1; n < 9; n++) against.put("n" + n, "cordoned");
    against.put("n9", TakenPort.reason(80));
    var waiting = pending().and(new ReportUnplaceable(1, against));
    assertThat(report(waiting).setbacks().crowdedOut()).isTrue();
  }
}
