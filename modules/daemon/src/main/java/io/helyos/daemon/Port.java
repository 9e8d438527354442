package io.helyos.daemon;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A port to listen on; the words of a library about types would help nobody.
final class Port implements ITypeConverter<Integer> {
  static final int LAST = 65_535;

  @Override
  public Integer convert(String text) {
    if (text.matches("[0-9]{1,5}")) {
      var number = Integer.parseInt(text);
      if (number <= LAST) return number;
    }
    throw new TypeConversionException(
        "expected a whole number from 0 to %d, found %s".formatted(LAST, text));
  }
}
