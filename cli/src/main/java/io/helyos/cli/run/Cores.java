package io.helyos.cli.run;

import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// An amount of CPU; how little and how much there may be, the spec knows.
final class Cores implements ITypeConverter<BigDecimal> {
  @Override
  public BigDecimal convert(String text) {
    if (text.matches("[0-9]{1,6}([.][0-9]{1,3})?")) return new BigDecimal(text);
    throw new TypeConversionException(
        "expected a number of cores such as 0.5 or 2, found \"" + text + "\"");
  }
}
