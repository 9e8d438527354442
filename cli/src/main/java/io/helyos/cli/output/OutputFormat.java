package io.helyos.cli.output;

import java.util.Locale;

/// How results are printed.
public enum OutputFormat {
  TABLE,
  WIDE,
  JSON,
  YAML,
  NAME;

  /// As it is written on a command line, also in messages about a wrong one.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
