package io.helyos.daemon.crash;

import io.helyos.model.port.CrashPoint;
import io.helyos.model.port.CrashPoints;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Ends the process at the crash point that a system property names: `after-create-container`, or
/// `after-create-container:3` for the third time that it is passed. The property is read at each
/// point, so a daemon that has started in peace can be told later where to die.
public final class CrashAt implements CrashPoints {
  public static final String PROPERTY = "helyos.crash-at";

  /// What `kill -9` leaves as exit code.
  public static final int KILLED = 137;

  private static final Pattern PLAN = Pattern.compile("([a-z-]+)(?::([1-9][0-9]{0,8}))?");

  private final Map<String, Integer> passed = new ConcurrentHashMap<>();

  private CrashAt() {}

  private record Plan(CrashPoint point, int passing) {
    static Plan parse(String text) {
      var plan = PLAN.matcher(text);
      if (!plan.matches()) {
        throw new IllegalArgumentException(
            "Expected -D%s=POINT or POINT:N, found '%s'.".formatted(PROPERTY, text));
      }
      var passing = plan.group(2) == null ? 1 : Integer.parseInt(plan.group(2));
      return new Plan(CrashPoint.named(plan.group(1)), passing);
    }
  }

  /// Checks the property first.
  ///
  /// @throws IllegalArgumentException when it names no point: a daemon that does not die where it
  ///   should must not look like one that survived
  public static CrashAt asAsked() {
    var asked = System.getProperty(PROPERTY);
    if (asked != null) Plan.parse(asked);
    return new CrashAt();
  }

  @Override
  public void pass(CrashPoint point) {
    var asked = System.getProperty(PROPERTY);
    if (asked == null) return;
    var plan = Plan.parse(asked);
    if (!plan.point().equals(point)) return;
    if (passed.merge(asked, 1, Integer::sum) == plan.passing()) end(asked);
  }

  /// No shutdown hook runs and nothing is flushed.
  private static void end(String asked) {
    System.err.println("helyosd ends at crash point " + asked + ", as asked.");
    Runtime.getRuntime().halt(KILLED);
  }
}
