package io.helyos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helyos.contract.resource.PodStatus;
import io.helyos.contract.resource.WireFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The evidence of why a pod is as it is, and what to do about it.
class DescribePodTest {
  private static final String POD = "GET /api/v1/pods/helyos-ecommerce-api-2";

  @TempDir Path home;
  private final StubDaemon daemon = new StubDaemon();

  @AfterEach
  void stop() {
    daemon.close();
  }

  private String describe(PodStatus status, String reason, Consumer<ObjectNode> more) {
    var pod = Samples.pod(2, status, reason, "It is so because.", List.of());
    ObjectNode tree = WireFormat.answers().valueToTree(pod);
    more.accept(tree);
    daemon.says(POD, 200, "application/json", tree.toString());
    var ran = Cli.with(home, daemon).run("describe", "pod", "api-2", "-p", "ecommerce");
    assertThat(ran.code()).isZero();
    return ran.out();
  }

  @Test
  void a_crash_loop_tells_signal_next_attempt_last_lines_hint_and_events() {
    daemon.answers(
        "GET /api/v1/pods/helyos-ecommerce-api-2/events",
        200,
        List.of(Samples.event(7), Samples.event(8)));
    var told =
        describe(
            PodStatus.CRASH_LOOP_BACKOFF,
            "OOMKilled",
            pod -> {
              pod.put("exit_code", 137).put("signal", "SIGKILL").put("restart_count", 12);
              pod.put("next_attempt_at", "2026-03-01T12:00:12Z").put("digest", "sha256:abc");
              pod.putArray("last_lines").add("allocating").add("\u001b[31mmore");
            });
    assertThat(told)
        .isEqualTo(
            """
            Name:          helyos-ecommerce-api-2
            Project:       ecommerce
            Deployment:    api
            Status:        CrashLoopBackoff
            Reason:        OOMKilled
            Message:       It is so because.
            Ready:         no
            Exit code:     137 (ended by SIGKILL)
            Next attempt:  2026-03-01T12:00:12Z (in 12s)
            Restarts:      12
            Revision:      1
            Incarnation:   1, attempt 1
            Image:         ghcr.io/company/api:latest
            Digest:        sha256:abc
            Node:          alpha
            Container:     c0ffee
            Address:       10.0.0.2
            Ports:         20003->3000/tcp
            Age:           2m
            Last lines:
              allocating
              more
            What to do:
              Raise resources.memory in the spec, or find what takes the memory: helyos logs api -p ecommerce --pod 2
            Events:
              Age  Action   Message
              0s   started  The container runs.
              0s   started  The container runs.
            """);
    assertThat(daemon.asked.getLast().line())
        .isEqualTo("GET /api/v1/pods/helyos-ecommerce-api-2/events?tail=10");
  }

  @Test
  void a_pod_that_is_asked_tells_its_health_and_the_last_answer() {
    assertThat(
            describe(
                PodStatus.RUNNING,
                "NotReady",
                pod -> {
                  pod.put("ready", false).put("started_at", "2026-03-01T11:59:00Z");
                  pod.putObject("health")
                      .put("status", "healthy")
                      .put("answer", "503 Service Unavailable")
                      .put("since", "2026-03-01T11:59:30Z");
                }))
        .contains(
            "Ready:        no\n",
            "Health:       healthy for 30s\n",
            "Answer:       503 Service Unavailable\n",
            "Started:      1m ago\n",
            "  It gets no traffic until its check passes.");
  }

  @Test
  void a_pod_that_is_well_gets_no_hint_and_an_old_daemon_no_events() {
    assertThat(describe(PodStatus.RUNNING, "", _ -> {}))
        .doesNotContain("What to do:", "Events:", "Health:", "Next attempt:");
  }

  @Test
  void an_attempt_that_is_due_is_due_now() {
    assertThat(
            describe(
                PodStatus.RESTARTING,
                "Unhealthy",
                pod -> pod.put("next_attempt_at", "2026-03-01T12:00:00Z")))
        .contains("Next attempt:  2026-03-01T12:00:00Z (now)\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OOMKilled           | RESTARTING | Raise resources.memory",
        "Unhealthy           | RESTARTING | raise healthcheck.timeout, retries or startPeriod",
        "NotReady            | RUNNING    | It gets no traffic",
        "HealthcheckStarting | CREATING   | healthcheck.startPeriod",
        "ImagePull           | CREATING   | node alpha is fetching",
        "ErrImagePull        | CREATING   | docker login, on node alpha",
        "ImagePullBackoff    | CREATING   | Check name and tag",
        "NoFittingNode       | PENDING    | helyos nodes",
        "PortTaken           | PENDING    | Leave the host port out",
        "NameTaken           | RESTARTING | the container helyos-ecommerce-api-2 on node alpha",
        "NodeLost            | RUNNING    | helyos describe node alpha",
        "Completed           | FAILED     | helyos rm api -p ecommerce",
        "Completed           | STOPPED    | it has done its work",
        "Completed           | RESTARTING | restart: onfailure or never"
      })
  void each_reason_has_its_hint(String reason, PodStatus status, String hint) {
    assertThat(describe(status, reason, _ -> {})).contains("What to do:\n  ").contains(hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1   | 1                                    | helyos logs api -p ecommerce --pod 2",
        "126 | 126 (the command cannot be executed) | executable file of the image",
        "127 | 127 (the command was not found)      | a file of the image",
        "137 | 137 (ended by SIGKILL)               | killed it: an operator",
        "139 | 139 (ended by SIGSEGV)               | See what it said",
        "143 | 143 (ended by SIGTERM)               | such as docker stop"
      })
  void each_exit_code_has_its_meaning_and_its_hint(int code, String shown, String hint) {
    assertThat(describe(PodStatus.FAILED, "Error", pod -> pod.put("exit_code", code)))
        .contains("Exit code:    " + shown)
        .contains(hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exec: \"srv\": executable file not found in $PATH | a file of the image",
        "exec: \"/srv\": permission denied                 | executable file of the image",
        "exec /srv: exec format error                      | built for this machine",
        "invalid mount config                              | for the reason above"
      })
  void a_command_that_cannot_be_started_is_told_from_other_refusals(String said, String hint) {
    assertThat(
            describe(
                PodStatus.RESTARTING,
                "Error",
                pod -> pod.putNull("exit_code").put("message", said)))
        .contains(hint);
  }
}
