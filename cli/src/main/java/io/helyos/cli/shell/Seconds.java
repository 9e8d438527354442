package io.helyos.cli.shell;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A positive time span on the command line: `60`, `90s`, `5m`, `1h`, `30d`.
public final class Seconds implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    if (!text.matches("[0-9]{1,9}[smhd]?")) throw wrong(text);
    var unit = text.charAt(text.length() - 1);
    var bare = unit <= '9';
    var number = Long.parseLong(bare ? text : text.substring(0, text.length() - 1));
    var span =
        switch (bare ? 's' : unit) {
          case 'm' -> Duration.ofMinutes(number);
          case 'h' -> Duration.ofHours(number);
          case 'd' -> Duration.ofDays(number);
          default -> Duration.ofSeconds(number);
        };
    if (span.isZero() || span.compareTo(Duration.ofDays(3_650)) > 0) throw wrong(text);
    return span;
  }

  private static TypeConversionException wrong(String text) {
    return new TypeConversionException(
        "expected a time of at least a second such as 60, 90s, 5m or 1h, found \"" + text + "\"");
  }
}
