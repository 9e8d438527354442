package io.helyos.http.logs;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;

/// Numbers in as few bytes as they need: seven bits in each, the eighth says that more follow.
final class Numbers {
  private static final long SECOND = 1_000_000_000;

  private Numbers() {}

  /// Since 1970; what lies before is 1970, what lies too far ahead is the last there is.
  static long nanos(Instant time) {
    if (time.isBefore(Instant.EPOCH)) return 0;
    if (time.getEpochSecond() >= Long.MAX_VALUE / SECOND) return Long.MAX_VALUE;
    return time.getEpochSecond() * SECOND + time.getNano();
  }

  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
  }

  static final class Writer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Writer put(long number) {
      var rest = number;
      while ((rest & ~0x7FL) != 0) {
        out.write((int) ((rest & 0x7F) | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
      return this;
    }

    /// Small ones are short, whatever their sign.
    Writer putSigned(long number) {
      return put((number << 1) ^ (number >> 63));
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }

  /// Reads what a [Writer] wrote; fails at the end, and never reads a negative number.
  static final class Reader {
    private final ByteBuffer in;

    Reader(byte[] bytes) {
      in = ByteBuffer.wrap(bytes);
    }

    long next() {
      var number = raw();
      if (number < 0) throw new ArithmeticException("negative");
      return number;
    }

    long nextSigned() {
      var number = raw();
      return (number >>> 1) ^ -(number & 1);
    }

    private long raw() {
      var number = 0L;
      for (var shift = 0; shift < 64; shift += 7) {
        var piece = in.get();
        number |= (piece & 0x7FL) << shift;
        if (piece >= 0) return number;
      }
      throw new ArithmeticException("too long");
    }
  }
}
