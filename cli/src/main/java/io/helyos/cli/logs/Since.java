package io.helyos.cli.logs;

import io.helyos.cli.shell.Seconds;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A point in time on the command line: how long ago, or when.
public sealed interface Since {
  Instant from(InstantSource clock);

  /// `10m`: that long ago.
  record Ago(Duration span) implements Since {
    @Override
    public Instant from(InstantSource clock) {
      return clock.instant().minus(span);
    }
  }

  /// `2026-01-31T12:00:00Z`.
  record At(Instant time) implements Since {
    @Override
    public Instant from(InstantSource clock) {
      return time;
    }
  }

  /// Reads both.
  final class Converter implements ITypeConverter<Since> {
    @Override
    public Since convert(String text) {
      try {
        return text.contains("T")
            ? new At(Instant.parse(text))
            : new Ago(new Seconds().convert(text));
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "expected 10m, 1h or a time such as 2026-01-31T12:00:00Z, found \"" + text + "\"");
      }
    }
  }
}
