package io.helyos.cli.logs;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A number of lines: plain digits only.
public final class Lines implements ITypeConverter<Long> {
  @Override
  public Long convert(String text) {
    if (text.matches("[0-9]{1,9}")) return Long.valueOf(text);
    throw new TypeConversionException(
        "expected a whole number of lines such as 100, found \"" + text + "\"");
  }
}
