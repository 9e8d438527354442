package io.helyos.contract.spec.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The names of Linux signals; with or without `SIG`, answered with it.
public final class Signal {
  private static final String PREFIX = "SIG";
  private static final Pattern REAL_TIME =
      Pattern.compile("RTMIN(?:\\+(?:[1-9]|1[0-5]))?|RTMAX(?:-(?:[1-9]|1[0-4]))?");
  private static final Set<String> NAMES =
      new TreeSet<>(
          List.of(
              "ABRT", "ALRM", "BUS", "CHLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "KILL",
              "PIPE", "PROF", "PWR", "QUIT", "SEGV", "STKFLT", "STOP", "SYS", "TERM", "TRAP",
              "TSTP", "TTIN", "TTOU", "URG", "USR1", "USR2", "VTALRM", "WINCH", "XCPU", "XFSZ"));

  private Signal() {}

  public static Parsed<String> parse(String text) {
    var name = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    if (NAMES.contains(name) || REAL_TIME.matcher(name).matches()) {
      return Parsed.of(PREFIX + name);
    }
    var found = "expected a signal such as SIGTERM, found " + Quote.of(text);
    var upper = name.toUpperCase(Locale.ROOT);
    return Nearest.to(upper.startsWith(PREFIX) ? upper.substring(PREFIX.length()) : upper, NAMES)
        .map(near -> PREFIX + near)
        .map(near -> Parsed.<String>bad(found + ": did you mean " + near + "?", near))
        .orElseGet(() -> Parsed.bad(found + ": write its name in capitals"));
  }
}
