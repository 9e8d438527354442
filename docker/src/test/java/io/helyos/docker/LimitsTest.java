package io.helyos.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.helyos.model.port.ContainerSpec;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.port.LogLine;
import io.helyos.model.template.ProcessSpec;
import io.helyos.model.template.Resources;
import io.helyos.model.template.StopPolicy;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a container may use and do: as the engine says, and as the process inside finds it.
class LimitsTest {
  private static final long MEMORY = 48L << 20;

  /// In either version of the kernel's control groups.
  private static final String READ_LIMITS =
      """
      cd /sys/fs/cgroup
      if [ -e memory.max ]; then cat memory.max pids.max cpu.max
      else
        cat memory/memory.limit_in_bytes pids/pids.max
        echo $(cat cpu/cpu.cfs_quota_us) $(cat cpu/cpu.cfs_period_us)
      fi
      """;

  @RegisterExtension final Bench bench = new Bench();

  private ContainerSpec limited(ProcessSpec process) {
    return bench.spec(process, "none", List.of(), List.of(), new Resources(MEMORY, 250));
  }

  @Test
  void limits_stand_in_the_engine() {
    var host = Bench.raw(bench.bench().create(limited(Bench.shell("true")))).getHostConfig();
    assertThat(host.getMemory()).isEqualTo(MEMORY);
    assertThat(host.getMemorySwap()).as("no swap beyond it").isEqualTo(MEMORY);
    assertThat(host.getNanoCPUs()).isEqualTo(250_000_000L);
    assertThat(host.getPidsLimit()).isEqualTo(4096L);
  }

  @Test
  void limits_stand_in_the_containers_own_control_group() {
    assertThat(bench.output(limited(Bench.shell(READ_LIMITS))))
        .isEqualTo("%d\n4096\n25000 100000".formatted(MEMORY));
  }

  @Test
  void a_process_that_takes_more_memory_is_killed_and_the_state_says_so() {
    var greedy = Bench.shell("head -c 200000000 /dev/zero | tail");
    var id =
        bench
            .bench()
            .run(
                limited(
                    new ProcessSpec(
                        greedy.command(),
                        List.of(),
                        Map.of(),
                        greedy.user(),
                        greedy.workdir(),
                        greedy.hostname(),
                        false)));
    bench.bench().awaitPhase(id, Phase.EXITED);
    // The engine hears of the kernel's choice by another way than of the end.
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> bench.runtime().inspect(id).toCompletableFuture().join(),
            found -> found.orElseThrow().oomKilled());
  }

  @Test
  void without_limits_none_are_set() {
    var host = Bench.raw(bench.bench().create(bench.spec(Bench.shell("true")))).getHostConfig();
    assertThat(host.getMemory()).isZero();
    assertThat(host.getNanoCPUs()).isZero();
  }

  @Test
  void every_container_is_hardened() {
    var host = Bench.raw(bench.bench().create(bench.spec(Bench.shell("true")))).getHostConfig();
    assertThat(host.getSecurityOpts()).containsExactly("no-new-privileges");
    assertThat(Objects.requireNonNull(host.getCapDrop()))
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("NET_RAW", "MKNOD");
    assertThat(host.getPrivileged()).isFalse();
    assertThat(host.getInit()).isTrue();
    assertThat(Objects.requireNonNull(host.getRestartPolicy()).getName()).isIn("", "no");
  }

  @Test
  void the_process_inside_cannot_gain_what_was_dropped() {
    var status =
        bench.output(bench.spec(Bench.shell("grep -E 'NoNewPrivs|CapBnd' /proc/self/status")));
    assertThat(status).containsPattern("NoNewPrivs:\\s+1");
    var capabilities = new BigInteger(status.replaceAll("(?s).*CapBnd:\\s+(\\w+).*", "$1"), 16);
    assertThat(capabilities.testBit(13)).as("NET_RAW").isFalse();
    assertThat(capabilities.testBit(27)).as("MKNOD").isFalse();
    assertThat(capabilities.testBit(0)).as("CHOWN, which is usual").isTrue();
  }

  @Test
  void no_option_takes_no_new_privileges_back() {
    var base = bench.spec(Bench.shell("grep NoNewPrivs /proc/self/status"));
    var spec =
        new ContainerSpec(
            base.name(),
            base.image(),
            base.labels(),
            base.process(),
            List.of(),
            "none",
            List.of(),
            Resources.UNLIMITED,
            StopPolicy.DEFAULT,
            List.of("SYS_NICE"),
            List.of(),
            List.of("no-new-privileges:false"),
            true,
            100,
            10_000_000,
            3);
    assertThat(bench.output(spec)).endsWith("1");
    var host = Bench.raw(spec.name()).getHostConfig();
    assertThat(host.getReadonlyRootfs()).isTrue();
    assertThat(Objects.requireNonNull(host.getCapAdd()))
        .extracting(Enum::name)
        .containsExactly("SYS_NICE");
  }

  @Test
  void logs_are_rotated() {
    var base =
        bench.spec(
            Bench.shell("i=0; while [ $i -lt 3000 ]; do echo \"line $i\"; i=$((i+1)); done"));
    var spec =
        new ContainerSpec(
            base.name(),
            base.image(),
            base.labels(),
            base.process(),
            List.of(),
            "none",
            List.of(),
            Resources.UNLIMITED,
            new StopPolicy(Duration.ofSeconds(3), "SIGINT"),
            List.of(),
            List.of(),
            List.of(),
            false,
            100,
            20_000,
            2);
    var written = bench.output(spec).lines().toList();
    assertThat(written).hasSizeLessThan(1500).last().isEqualTo("line 2999");
    var log = Bench.raw(spec.name()).getHostConfig().getLogConfig();
    assertThat(log.getConfig())
        .containsOnly(Map.entry("max-size", "20000"), Map.entry("max-file", "2"));
    assertThat(bench.lines(spec.name())).extracting(LogLine::stderr).containsOnly(false);
  }
}
