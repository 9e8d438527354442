package io.helyos.model.pod;

import static io.helyos.model.pod.ApiPod.NODE;
import static io.helyos.model.pod.ApiPod.backingOff;
import static io.helyos.model.pod.ApiPod.creating;
import static io.helyos.model.pod.ApiPod.nothing;
import static io.helyos.model.pod.ApiPod.running;
import static io.helyos.model.pod.ApiPod.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Rejection.Kind;
import io.helyos.model.pod.PodCommand.CloseCopy;
import io.helyos.model.pod.PodCommand.OpenCopy;
import io.helyos.model.pod.PodEvent.CopyClosed;
import io.helyos.model.pod.PodEvent.CopyOpened;
import org.junit.jupiter.api.Test;

/// What users copy is kept in the pod's journal, under the same right as what they run.
class CopyTest {
  private static final OpenCopy OPEN = new OpenCopy("f1", true, "/srv/data");
  private static final CloseCopy CLOSE = new CloseCopy(1, 1, "f1", 2048, "");

  @Test
  void files_into_a_running_pod_are_kept_with_their_place_and_their_container() {
    running().when(OPEN).then(new CopyOpened(1, 1, "f1", "c0ffee", true, "/srv/data")).newEffects();
    running()
        .when(new OpenCopy("f2", false, "/etc/hosts"))
        .then(new CopyOpened(1, 1, "f2", "c0ffee", false, "/etc/hosts"));
  }

  @Test
  void whoever_copies_hears_where() {
    running().when(OPEN).answers(new ExecPlace(NODE, "c0ffee", 1, 1));
  }

  @Test
  void the_end_is_kept_with_what_went_over() {
    running().and(OPEN).when(CLOSE).then(new CopyClosed(1, 1, "f1", 2048, "")).newEffects();
    stopped()
        .when(new CloseCopy(1, 1, "f1", 512, "cut off"))
        .then(new CopyClosed(1, 1, "f1", 512, "cut off"));
  }

  @Test
  void neither_changes_the_pod() {
    assertThat(running().and(OPEN).and(CLOSE).state()).isEqualTo(running().state());
  }

  @Test
  void a_pod_that_does_not_run_gives_and_takes_no_files() {
    creating().when(OPEN).refused(Kind.CONFLICT, "helyos-shop-api-0", "Creating", "describe pod");
    backingOff().when(OPEN).refused(Kind.CONFLICT, "Restarting");
    nothing().when(OPEN).refused(Kind.NOT_FOUND, "no such pod");
    nothing().when(CLOSE).refused(Kind.STALE, "CloseCopy");
  }
}
