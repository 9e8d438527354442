package io.helyos.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// What a benchmark has found, as a Markdown file and on the terminal.
final class Report {
  private final String name;
  private final StringBuilder text = new StringBuilder();
  private final String loadBefore = Machine.load();

  Report(String name, String title) {
    this.name = name;
    text.append("# ").append(title).append("\n\n");
    paragraph("Repeat it with `scripts/bench " + name + "`.");
  }

  Report paragraph(String words) {
    text.append(words).append("\n\n");
    return this;
  }

  Report table(List<String> header, List<List<String>> rows) {
    row(header);
    row(Collections.nCopies(header.size(), "---"));
    rows.forEach(this::row);
    text.append('\n');
    return this;
  }

  private void row(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /// Says of a target whether it was met.
  Report target(String wanted, boolean met) {
    return paragraph("Target: %s. **%s.**".formatted(wanted, met ? "Met" : "Missed"));
  }

  /// Says of the floor's figures whether the machine was quiet enough to be believed.
  Report noise(Samples floor) {
    return floor.isNoisy()
        ? paragraph(
            "**Noisy**: the floor alone differs by %.1f x between rounds; other work was running."
                .formatted(floor.max() / floor.min()))
        : this;
  }

  void write() throws IOException {
    paragraph("Machine: " + Machine.description() + ".");
    paragraph("Load average before: %s, after: %s.".formatted(loadBefore, Machine.load()));
    var folder = Path.of(System.getProperty("helyos.results", "load-tests/results"));
    Files.createDirectories(folder);
    var file = folder.resolve(LocalDate.now(ZoneOffset.UTC) + "-" + name + ".md");
    Files.writeString(file, text.toString().stripTrailing() + "\n");
    System.out.println(text);
    System.out.println("written to " + file);
  }

  static List<String> cells(Object... values) {
    return Stream.of(values).map(String::valueOf).toList();
  }
}
