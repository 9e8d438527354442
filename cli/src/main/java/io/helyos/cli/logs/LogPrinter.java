package io.helyos.cli.logs;

import io.helyos.cli.output.Documents;
import io.helyos.cli.output.Paint;
import io.helyos.cli.output.SafeText;
import io.helyos.cli.shell.Shell;
import io.helyos.client.stream.LogEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Prints lines: for people with the pod before each, for programs as one object a line.
final class LogPrinter {
  private final Shell shell;
  private final Paint paint;
  private final boolean timestamps;
  private final String dropped;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /// @param project its part of the pods' names is left out of the prefix
  LogPrinter(Shell shell, String project, boolean timestamps) {
    this.shell = shell;
    this.paint = Paint.ofOut(shell.terminal());
    this.timestamps = timestamps;
    this.dropped = "helyos-" + project + "-";
  }

  void print(LogEntry entry) {
    if (shell.options().json()) {
      shell.out().println(Documents.compact(document(entry)));
      return;
    }
    // In a pipe the bytes are the reader's business, on a terminal they must do no harm.
    var text = shell.terminal().out() ? SafeText.lines(entry.text()) : entry.text();
    var time = timestamps ? entry.time().map(Instant::toString).orElse("-") + " " : "";
    shell.out().println(prefix(entry.pod()) + paint.dim(time) + text);
  }

  private String prefix(String pod) {
    if (pod.isEmpty()) return "";
    var name = SafeText.line(pod.startsWith(dropped) ? pod.substring(dropped.length()) : pod);
    var number = numbers.computeIfAbsent(pod, it -> numbers.size());
    return paint.ofPod(number, name + " |") + " ";
  }

  private static Map<String, Object> document(LogEntry entry) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("pod", entry.pod());
    entry.time().ifPresent(time -> fields.put("time", time));
    fields.put("text", entry.text());
    return fields;
  }
}
