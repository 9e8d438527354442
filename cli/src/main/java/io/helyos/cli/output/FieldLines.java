package io.helyos.cli.output;

import io.helyos.contract.resource.FieldChange;

/// Differences as lines: `~` changed, `+` added, `-` gone.
public final class FieldLines {
  private FieldLines() {}

  public static String of(FieldChange change) {
    var line =
        change.from() == null
            ? "+ %s: %s".formatted(change.field(), change.to())
            : change.to() == null
                ? "- %s: %s".formatted(change.field(), change.from())
                : "~ %s: %s -> %s".formatted(change.field(), change.from(), change.to());
    return SafeText.line(line);
  }
}
