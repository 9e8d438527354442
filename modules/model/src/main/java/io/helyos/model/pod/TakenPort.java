package io.helyos.model.pod;

import java.util.regex.Pattern;

/// How a node says that another pod holds a host port, and how a deployment hears it: a pod that
/// lacks nothing else gets its place as soon as its predecessor has stopped.
public final class TakenPort {
  private static final Pattern SAID = Pattern.compile("\\bhost port \\d+ is taken");

  private TakenPort() {}

  public static String reason(int port) {
    return "host port %d is taken".formatted(port);
  }

  static boolean isSaidIn(String text) {
    return SAID.matcher(text).find();
  }
}
