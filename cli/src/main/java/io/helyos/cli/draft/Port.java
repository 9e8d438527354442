package io.helyos.cli.draft;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A port that a container listens on.
final class Port implements ITypeConverter<Integer> {
  private static final int MOST = 65_535;

  @Override
  public Integer convert(String text) {
    if (text.matches("[0-9]{1,5}")) {
      var number = Integer.parseInt(text);
      if (number >= 1 && number <= MOST) return number;
    }
    throw new TypeConversionException(
        "expected a whole number from 1 to " + MOST + ", found \"" + text + "\"");
  }
}
