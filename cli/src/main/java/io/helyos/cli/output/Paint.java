package io.helyos.cli.output;

import io.helyos.cli.shell.Terminal;

/// Colour on a stream, or none. It never carries meaning alone: the word stands beside it.
public final class Paint {
  private static final int[] PODS = {36, 33, 35, 32, 34, 96, 93, 95, 92, 94};

  private final boolean on;

  private Paint(boolean on) {
    this.on = on;
  }

  public static Paint ofOut(Terminal terminal) {
    return new Paint(terminal.out() && terminal.colour());
  }

  public static Paint ofErr(Terminal terminal) {
    return new Paint(terminal.err() && terminal.colour());
  }

  public String good(String text) {
    return with(32, text);
  }

  public String moving(String text) {
    return with(33, text);
  }

  public String bad(String text) {
    return with(31, text);
  }

  public String dim(String text) {
    return with(2, text);
  }

  public String bold(String text) {
    return with(1, text);
  }

  /// One of a few colours that tell pods apart.
  public String ofPod(int number, String text) {
    return with(PODS[Math.floorMod(number, PODS.length)], text);
  }

  /// A status word in the colour of how things stand.
  public String status(String word, String text) {
    return switch (word.strip()) {
      case "Running", "running", "Ready", "active" -> good(text);
      case "Failed", "failed", "CrashLoopBackoff", "NotReady", "degraded" -> bad(text);
      case "Stopped", "stopped", "suspended" -> dim(text);
      default -> moving(text);
    };
  }

  private String with(int code, String text) {
    return on && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
