package io.helyos.cli.deployment;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A number of replicas: plain digits only, where Java's own reading takes any script's digits.
public final class Replicas implements ITypeConverter<Integer> {
  public static final int MOST = 10_000;

  @Override
  public Integer convert(String text) {
    if (text.matches("[0-9]{1,5}")) {
      var number = Integer.parseInt(text);
      if (number <= MOST) return number;
    }
    throw new TypeConversionException(
        "expected a whole number from 0 to " + MOST + ", found \"" + text + "\"");
  }
}
