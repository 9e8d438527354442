package io.helyos.contract.spec.text;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Linux capabilities, answered in capitals and without `CAP_`.
public final class Capability {
  private static final Set<String> DOCKER_DEFAULT =
      Set.of(
          "AUDIT_WRITE",
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "MKNOD",
          "NET_BIND_SERVICE",
          "NET_RAW",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYS_CHROOT");

  /// In Docker's default set, but every container of Helyos drops them.
  private static final Set<String> ALWAYS_DROPPED = Set.of("NET_RAW", "MKNOD");

  private static final Set<String> BEYOND_DEFAULT =
      Set.of(
          "AUDIT_CONTROL",
          "AUDIT_READ",
          "BLOCK_SUSPEND",
          "BPF",
          "CHECKPOINT_RESTORE",
          "DAC_READ_SEARCH",
          "IPC_LOCK",
          "IPC_OWNER",
          "LEASE",
          "LINUX_IMMUTABLE",
          "MAC_ADMIN",
          "MAC_OVERRIDE",
          "NET_ADMIN",
          "NET_BROADCAST",
          "PERFMON",
          "SYSLOG",
          "SYS_ADMIN",
          "SYS_BOOT",
          "SYS_MODULE",
          "SYS_NICE",
          "SYS_PACCT",
          "SYS_PTRACE",
          "SYS_RAWIO",
          "SYS_RESOURCE",
          "SYS_TIME",
          "SYS_TTY_CONFIG",
          "WAKE_ALARM");

  private Capability() {}

  public static Parsed<String> parseDropped(String text) {
    var name = name(text);
    return name.equals("ALL") || isKnown(name) ? Parsed.of(name) : unknown(text, name);
  }

  public static Parsed<String> parseAdded(String text) {
    var name = name(text);
    if (!name.equals("ALL") && !isKnown(name)) {
      return unknown(text, name);
    }
    return DOCKER_DEFAULT.contains(name) && !ALWAYS_DROPPED.contains(name)
        ? Parsed.of(name)
        : Parsed.refused(
            Code.NOT_ALLOWED,
            "expected a capability of Docker's default set without NET_RAW and MKNOD, found %s: leave it out"
                .formatted(Quote.of(text)));
  }

  private static String name(String text) {
    var upper = text.toUpperCase(Locale.ROOT);
    return upper.startsWith("CAP_") ? upper.substring(4) : upper;
  }

  private static boolean isKnown(String name) {
    return DOCKER_DEFAULT.contains(name) || BEYOND_DEFAULT.contains(name);
  }

  private static Parsed<String> unknown(String text, String name) {
    var all = new TreeSet<>(DOCKER_DEFAULT);
    all.addAll(BEYOND_DEFAULT);
    var found = "expected a capability such as NET_BIND_SERVICE, found " + Quote.of(text);
    return Nearest.to(name, all)
        .map(near -> Parsed.<String>bad(found + ": did you mean " + near + "?", near))
        .orElseGet(() -> Parsed.bad(found + ": see capabilities(7) for the names"));
  }
}
