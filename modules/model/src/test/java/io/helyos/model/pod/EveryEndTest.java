package io.helyos.model.pod;

import static io.helyos.model.pod.ApiPod.NODE;
import static io.helyos.model.pod.ApiPod.NOON;
import static io.helyos.model.pod.ApiPod.checked;
import static io.helyos.model.pod.ApiPod.creating;
import static io.helyos.model.pod.ApiPod.endBackoff;
import static io.helyos.model.pod.ApiPod.started;
import static io.helyos.model.pod.ApiPod.unhealthy;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportGone;
import io.helyos.model.pod.PodCommand.ReportStartFailed;
import io.helyos.model.template.RestartPolicy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What users see of a pod after each way for its container to end, or not to come up, under each
/// restart policy. Who wants no restart wants none of a container that cannot be started either;
/// what others stand in the way of is tried again under every policy.
class EveryEndTest {
  private static final String LAST_LINE = "no such database";
  private static final String ENGINE = "what the engine said";

  /// What happens to a pod that has a node.
  enum End {
    EXIT_0,
    EXIT_1,
    EXIT_137,
    EXIT_143,
    OUT_OF_MEMORY,
    /// The kernel took a child, and the process itself has ended well.
    OUT_OF_MEMORY_EXIT_0,
    /// Ended by the agent, and the process has taken the signal well.
    UNHEALTHY_EXIT_0,
    UNHEALTHY_EXIT_137,
    BAD_ENTRYPOINT,
    NAME_TAKEN,
    MISSING_IMAGE,
    MISSING_IMAGE_TWICE,
    PORT_TAKEN,
    NEVER_READY
  }

  private static Pod after(End end, RestartPolicy policy) {
    var plain = creating(policy);
    var checked = creating(checked(policy, true, false));
    var story =
        switch (end) {
          case EXIT_0 -> plain.and(started(1, 1)).and(exit(0, false));
          case EXIT_1 -> plain.and(started(1, 1)).and(exit(1, false));
          case EXIT_137 -> plain.and(started(1, 1)).and(exit(137, false));
          case EXIT_143 -> plain.and(started(1, 1)).and(exit(143, false));
          case OUT_OF_MEMORY -> plain.and(started(1, 1)).and(exit(137, true));
          case OUT_OF_MEMORY_EXIT_0 -> plain.and(started(1, 1)).and(exit(0, true));
          case UNHEALTHY_EXIT_0 ->
              checked.and(started(1, 1)).and(unhealthy(1)).and(endedAsUnhealthy(0));
          case UNHEALTHY_EXIT_137 ->
              checked.and(started(1, 1)).and(unhealthy(1)).and(endedAsUnhealthy(137));
          case BAD_ENTRYPOINT -> plain.and(failed(1, StartFailure.REFUSED));
          case NAME_TAKEN -> plain.and(failed(1, StartFailure.NAME_TAKEN));
          case MISSING_IMAGE -> plain.and(failed(1, StartFailure.IMAGE));
          case MISSING_IMAGE_TWICE ->
              plain
                  .and(failed(1, StartFailure.IMAGE))
                  .and(endBackoff(1))
                  .and(failed(2, StartFailure.IMAGE));
          case PORT_TAKEN ->
              plain.and(failed(1, StartFailure.PORT_TAKEN)).and(new ReportGone(1, NODE));
          case NEVER_READY -> creating(checked(policy, false, true)).and(started(1, 1));
        };
    return story.state();
  }

  private static ReportExited exit(int code, boolean oomKilled) {
    return new ReportExited(1, 1, new Exit(code, oomKilled, NOON, List.of("starting", LAST_LINE)));
  }

  private static ReportExited endedAsUnhealthy(int code) {
    return new ReportExited(
        1,
        1,
        new Exit(
            code,
            false,
            NOON,
            List.of("starting", LAST_LINE),
            Optional.empty(),
            Optional.of("HTTP 503")));
  }

  private static ReportStartFailed failed(int attempt, StartFailure failure) {
    return new ReportStartFailed(1, attempt, failure, ENGINE, NOON);
  }

  /// Restarts are those that count, and the wait is the one before the next attempt in seconds.
  @ParameterizedTest(name = "{0} under restart: {1} is {2} ({3})")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EXIT_0              | ALWAYS    | RESTARTING | Completed        | ended by itself with exit code 0 | 1 | 1
          EXIT_0              | ONFAILURE | STOPPED    | Completed        | ended by itself with exit code 0 | 0 |
          EXIT_0              | NEVER     | FAILED     | Completed        | ended by itself with exit code 0 | 0 |
          EXIT_1              | ALWAYS    | RESTARTING | Error            | code 1. It last said: no such database | 1 | 1
          EXIT_1              | ONFAILURE | RESTARTING | Error            | code 1. It last said: no such database | 1 | 1
          EXIT_1              | NEVER     | FAILED     | Error            | code 1. It last said: no such database | 0 |
          EXIT_137            | ALWAYS    | RESTARTING | Error            | ended with exit code 137.        | 1 | 1
          EXIT_137            | ONFAILURE | RESTARTING | Error            | ended with exit code 137.        | 1 | 1
          EXIT_137            | NEVER     | FAILED     | Error            | ended with exit code 137.        | 0 |
          EXIT_143            | ALWAYS    | RESTARTING | Error            | ended with exit code 143.        | 1 | 1
          EXIT_143            | ONFAILURE | RESTARTING | Error            | ended with exit code 143.        | 1 | 1
          EXIT_143            | NEVER     | FAILED     | Error            | ended with exit code 143.        | 0 |
          OUT_OF_MEMORY       | ALWAYS    | RESTARTING | OOMKilled        | Raise `resources.memory`         | 1 | 1
          OUT_OF_MEMORY       | ONFAILURE | RESTARTING | OOMKilled        | Raise `resources.memory`         | 1 | 1
          OUT_OF_MEMORY       | NEVER     | FAILED     | OOMKilled        | Raise `resources.memory`         | 0 |
          OUT_OF_MEMORY_EXIT_0 | ALWAYS    | RESTARTING | OOMKilled       | Raise `resources.memory`         | 1 | 1
          OUT_OF_MEMORY_EXIT_0 | ONFAILURE | RESTARTING | OOMKilled       | Raise `resources.memory`         | 1 | 1
          OUT_OF_MEMORY_EXIT_0 | NEVER     | FAILED     | OOMKilled       | Raise `resources.memory`         | 0 |
          UNHEALTHY_EXIT_0    | ALWAYS    | RESTARTING | Unhealthy        | It last said: HTTP 503           | 1 | 1
          UNHEALTHY_EXIT_0    | ONFAILURE | RESTARTING | Unhealthy        | It last said: HTTP 503           | 1 | 1
          UNHEALTHY_EXIT_0    | NEVER     | FAILED     | Unhealthy        | It last said: HTTP 503           | 0 |
          UNHEALTHY_EXIT_137  | ALWAYS    | RESTARTING | Unhealthy        | It last said: HTTP 503           | 1 | 1
          UNHEALTHY_EXIT_137  | ONFAILURE | RESTARTING | Unhealthy        | It last said: HTTP 503           | 1 | 1
          UNHEALTHY_EXIT_137  | NEVER     | FAILED     | Unhealthy        | It last said: HTTP 503           | 0 |
          BAD_ENTRYPOINT      | ALWAYS    | RESTARTING | Error            | what the engine said             | 1 | 1
          BAD_ENTRYPOINT      | ONFAILURE | RESTARTING | Error            | what the engine said             | 1 | 1
          BAD_ENTRYPOINT      | NEVER     | FAILED     | Error            | what the engine said             | 0 |
          NAME_TAKEN          | ALWAYS    | RESTARTING | NameTaken        | what the engine said             | 1 | 1
          NAME_TAKEN          | ONFAILURE | RESTARTING | NameTaken        | what the engine said             | 1 | 1
          NAME_TAKEN          | NEVER     | RESTARTING | NameTaken        | what the engine said             | 1 | 1
          MISSING_IMAGE       | ALWAYS    | CREATING   | ErrImagePull     | what the engine said             | 0 | 2
          MISSING_IMAGE       | ONFAILURE | CREATING   | ErrImagePull     | what the engine said             | 0 | 2
          MISSING_IMAGE       | NEVER     | CREATING   | ErrImagePull     | what the engine said             | 0 | 2
          MISSING_IMAGE_TWICE | ALWAYS    | CREATING   | ImagePullBackoff | what the engine said             | 0 | 4
          MISSING_IMAGE_TWICE | ONFAILURE | CREATING   | ImagePullBackoff | what the engine said             | 0 | 4
          MISSING_IMAGE_TWICE | NEVER     | CREATING   | ImagePullBackoff | what the engine said             | 0 | 4
          PORT_TAKEN          | ALWAYS    | PENDING    | PortTaken        | one of the host ports 20000. The pod is placed anew | 0 |
          PORT_TAKEN          | ONFAILURE | PENDING    | PortTaken        | one of the host ports 20000. The pod is placed anew | 0 |
          PORT_TAKEN          | NEVER     | PENDING    | PortTaken        | one of the host ports 20000. The pod is placed anew | 0 |
          NEVER_READY         | ALWAYS    | RUNNING    | NotReady         | it gets no traffic               | 0 |
          NEVER_READY         | ONFAILURE | RUNNING    | NotReady         | it gets no traffic               | 0 |
          NEVER_READY         | NEVER     | RUNNING    | NotReady         | it gets no traffic               | 0 |
          """)
  void is_shown_with_its_reason_and_what_to_do(
      End end,
      RestartPolicy policy,
      PodStatus status,
      String reason,
      String words,
      int restarts,
      Long wait) {
    var pod = after(end, policy);
    assertThat(PodStatus.of(pod)).contains(status);
    assertThat(PodStatus.trouble(pod))
        .hasValueSatisfying(why -> {
          assertThat(why.reason()).isEqualTo(reason);
          assertThat(why.message()).contains(words);
        });
    assertThat(pod.lived().orElseThrow().restarts()).isEqualTo(restarts);
    assertThat(waits(pod)).isEqualTo(Optional.ofNullable(wait));
  }

  private static Optional<Long> waits(Pod pod) {
    return pod instanceof Pod.BackingOff(_, _, _, var until)
        ? Optional.of(until.getEpochSecond() - NOON.getEpochSecond())
        : Optional.empty();
  }
}
