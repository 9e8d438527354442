package io.helyos.cli.deployment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A check of the pod template in one line: `path /health on port 8080, every 10s, timeout 5s, 3
/// failures in a row`.
final class ProbeText {
  private ProbeText() {}

  /// Empty when the template has no such check.
  ///
  /// @param probe in the field names of the spec
  static String of(@Nullable Object probe) {
    if (!(probe instanceof Map<?, ?> fields)) return "";
    var start = text(fields, "startPeriod");
    return "%s, every %s, timeout %s, fails after %s in a row%s"
        .formatted(
            action(fields),
            text(fields, "interval"),
            text(fields, "timeout"),
            text(fields, "retries"),
            start.isEmpty() || start.equals("0s") ? "" : ", not counted in the first " + start);
  }

  private static String action(Map<?, ?> fields) {
    if (fields.get("exec") instanceof List<?> words) {
      return "command " + words.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
    var port = " on port " + text(fields, "port");
    return fields.containsKey("path") ? "path " + text(fields, "path") + port : "connection" + port;
  }

  private static String text(Map<?, ?> fields, String name) {
    return Objects.toString(fields.get(name), "");
  }
}
