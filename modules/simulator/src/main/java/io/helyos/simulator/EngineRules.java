package io.helyos.simulator;

import io.helyos.model.port.ContainerSpec;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.util.Set;
import java.util.regex.Pattern;

/// What a real engine refuses to do, and its words for it.
final class EngineRules {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]+");
  private static final Pattern IMAGE =
      Pattern.compile(
          "(?:[a-zA-Z0-9.-]+(?::\\d+)?/)?"
              + "[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*"
              + "(?::\\w[\\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?");
  private static final long LEAST_MEMORY = 6L << 20;

  private static final Set<String> CAPABILITIES =
      Set.of(
          ("ALL AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN"
                  + " DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE"
                  + " LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE"
                  + " NET_BROADCAST NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYSLOG SYS_ADMIN"
                  + " SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO"
                  + " SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM")
              .split(" "));
  private static final Set<String> SIGNALS =
      Set.of(
          ("HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT"
                  + " STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS")
              .split(" "));

  private EngineRules() {}

  static void check(ContainerSpec spec) {
    checkName(spec.name());
    checkImage(spec.image());
    var memory = spec.resources().memoryBytes();
    require(
        memory == 0 || memory >= LEAST_MEMORY,
        "expected a memory limit of at least 6 MiB, found " + memory + " bytes");
    for (var volume : spec.volumes()) {
      require(
          volume.mount().startsWith("/"),
          "expected an absolute mount path, found '" + volume.mount() + "'");
    }
    checkCapabilities(spec.addCapabilities());
    checkCapabilities(spec.dropCapabilities());
  }

  static void checkName(String name) {
    require(NAME.matcher(name).matches(), "invalid container name: '" + name + "'");
  }

  static void checkImage(String image) {
    require(
        IMAGE.matcher(image).matches(),
        "expected an image reference like registry/name:tag, in lower case, found '" + image + "'");
  }

  static void checkSignal(String signal) {
    var name = signal.startsWith("SIG") ? signal.substring(3) : signal;
    require(
        SIGNALS.contains(name) || name.matches("[1-9]|[1-5]\\d|6[0-4]"),
        "unknown signal: '" + signal + "'");
  }

  static boolean isKill(String signal) {
    return Set.of("SIGKILL", "KILL", "9").contains(signal);
  }

  private static void checkCapabilities(Iterable<String> capabilities) {
    for (var capability : capabilities) {
      require(CAPABILITIES.contains(capability), "unknown capability: '" + capability + "'");
    }
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new RuntimeFailure(Kind.INVALID, otherwise);
    }
  }
}
