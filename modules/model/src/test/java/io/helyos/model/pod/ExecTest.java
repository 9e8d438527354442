package io.helyos.model.pod;

import static io.helyos.model.pod.ApiPod.NODE;
import static io.helyos.model.pod.ApiPod.backingOff;
import static io.helyos.model.pod.ApiPod.creating;
import static io.helyos.model.pod.ApiPod.nothing;
import static io.helyos.model.pod.ApiPod.running;
import static io.helyos.model.pod.ApiPod.stopped;
import static io.helyos.model.pod.ApiPod.stopping;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Rejection.Kind;
import io.helyos.model.pod.PodCommand.CloseExec;
import io.helyos.model.pod.PodCommand.OpenExec;
import io.helyos.model.pod.PodEvent.ExecClosed;
import io.helyos.model.pod.PodEvent.ExecOpened;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What users run in a pod is kept in its journal, and moves nothing in its life.
class ExecTest {
  private static final List<String> COMMAND = List.of("sh", "-c", "ls");
  private static final OpenExec OPEN = new OpenExec("e1", COMMAND, true, Optional.of("app"));
  private static final CloseExec CLOSE = new CloseExec(1, 1, "e1", Optional.of(3), "");

  @Test
  void a_command_in_a_running_pod_is_kept_with_its_container() {
    running()
        .when(OPEN)
        .then(new ExecOpened(1, 1, "e1", "c0ffee", COMMAND, true, Optional.of("app")))
        .newEffects();
  }

  @Test
  void whoever_opens_one_hears_where() {
    running().when(OPEN).answers(new ExecPlace(NODE, "c0ffee", 1, 1));
  }

  @Test
  void its_end_is_kept_with_its_exit_code() {
    running()
        .and(OPEN)
        .when(CLOSE)
        .then(new ExecClosed(1, 1, "e1", Optional.of(3), ""))
        .newEffects();
  }

  @Test
  void neither_changes_the_pod() {
    assertThat(running().and(OPEN).and(CLOSE).state()).isEqualTo(running().state());
  }

  @Test
  void its_end_is_kept_also_when_the_pod_has_gone_on() {
    backingOff().when(CLOSE).then(new ExecClosed(1, 1, "e1", Optional.of(3), ""));
    stopped().when(CLOSE).then(new ExecClosed(1, 1, "e1", Optional.of(3), ""));
  }

  @Test
  void a_pod_that_does_not_run_runs_no_commands() {
    creating().when(OPEN).refused(Kind.CONFLICT, "helyos-shop-api-0", "Creating", "describe pod");
    backingOff().when(OPEN).refused(Kind.CONFLICT, "Restarting");
    stopping().when(OPEN).refused(Kind.CONFLICT, "Stopping");
    stopped().when(OPEN).refused(Kind.CONFLICT, "Stopped");
  }

  @Test
  void a_pod_that_is_not_there_runs_none_either() {
    nothing().when(OPEN).refused(Kind.NOT_FOUND, "no such pod");
    nothing().when(CLOSE).refused(Kind.STALE, "CloseExec");
  }
}
