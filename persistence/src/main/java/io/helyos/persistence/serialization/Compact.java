package io.helyos.persistence.serialization;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Numbers in as few bytes as they need (seven bits in each, lowest first), texts and byte strings
/// behind their length.
///
/// Ids and digests are most of an envelope: texts of hexadecimal digits, with or without the dashes
/// of a UUID, take a byte for two digits. The lowest two bits of a text's length tell its form.
public final class Compact {
  private static final int FORM_BITS = 2;
  private static final int FORM_MASK = 3;
  private static final int PLAIN = 0;
  private static final int HEX_DIGITS = 1;
  private static final int ID = 2;

  private static final HexFormat DIGITS = HexFormat.of();
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{8,}");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private Compact() {}

  public static void writeNumber(DataOutputStream out, long number) throws IOException {
    var rest = number;
    while ((rest & ~0x7fL) != 0) {
      out.writeByte((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  public static long readNumber(DataInputStream in) throws IOException {
    var number = 0L;
    for (var shift = 0; shift < Long.SIZE; shift += 7) {
      var next = in.readUnsignedByte();
      number |= (next & 0x7fL) << shift;
      if (next < 0x80) return number;
    }
    throw new IOException("Expected a number of at most ten bytes, found a longer one.");
  }

  public static void writeTime(DataOutputStream out, Instant time) throws IOException {
    writeNumber(out, time.getEpochSecond());
    writeNumber(out, time.getNano());
  }

  public static Instant readTime(DataInputStream in) throws IOException {
    var second = readNumber(in);
    return Instant.ofEpochSecond(second, readNumber(in));
  }

  public static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    writeNumber(out, bytes.length);
    out.write(bytes);
  }

  public static byte[] readBytes(DataInputStream in) throws IOException {
    return readBytes(in, readNumber(in));
  }

  private static byte[] readBytes(DataInputStream in, long length) throws IOException {
    // Never trust a length from a damaged file with an allocation of that size.
    if (length < 0 || length > in.available()) throw new EOFException();
    return in.readNBytes((int) length);
  }

  public static void writeText(DataOutputStream out, String text) throws IOException {
    var form = formOf(text);
    var bytes = form == PLAIN ? text.getBytes(UTF_8) : DIGITS.parseHex(text.replace("-", ""));
    writeNumber(out, (long) bytes.length << FORM_BITS | form);
    out.write(bytes);
  }

  private static int formOf(String text) {
    if (text.length() % 2 == 0 && HEX.matcher(text).matches()) return HEX_DIGITS;
    return UUID.matcher(text).matches() ? ID : PLAIN;
  }

  public static String readText(DataInputStream in) throws IOException {
    var header = readNumber(in);
    var bytes = readBytes(in, header >>> FORM_BITS);
    return switch ((int) header & FORM_MASK) {
      case PLAIN -> new String(bytes, UTF_8);
      case HEX_DIGITS -> DIGITS.formatHex(bytes);
      case ID -> dashed(DIGITS.formatHex(bytes));
      default -> throw new IOException("Expected a text in one of three forms, found another.");
    };
  }

  private static String dashed(String digits) {
    return String.join(
        "-",
        digits.substring(0, 8),
        digits.substring(8, 12),
        digits.substring(12, 16),
        digits.substring(16, 20),
        digits.substring(20));
  }
}
