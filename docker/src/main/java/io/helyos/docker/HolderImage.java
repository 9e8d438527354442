package io.helyos.docker;

import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.template.Holder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The image of the container that keeps the network of a pod of several: a file system with one
/// file, imported into the engine. No registry is asked, so it works on a machine without any.
final class HolderImage {
  private static final int BLOCK = 512;
  private static final int EXECUTABLE = 0555;
  private static final int NAME = 0;
  private static final int MODE = 100;
  private static final int OWNER = 108;
  private static final int GROUP = 116;
  private static final int SIZE = 124;
  private static final int TIME = 136;
  private static final int SUM = 148;
  private static final int KIND = 156;
  private static final int MAGIC = 257;

  private HolderImage() {}

  /// Blocks until the engine has it.
  static void make(EngineConnection engine) {
    var machine = EngineDescriptions.of(engine.calls().infoCmd().exec()).architecture();
    var said = engine.send("/images/create?fromSrc=-&repo=" + Holder.IMAGE, files(machine));
    // What goes wrong after the engine has begun to answer is a line of its answer.
    if (said.contains("errorDetail")) {
      throw new RuntimeFailure(
          Kind.PULL_FAILED, "the engine does not take %s: %s".formatted(Holder.IMAGE, said));
    }
  }

  /// A tar archive of the one program; the same at any time on any machine of a kind.
  static byte[] files(String machine) {
    var program = program(machine);
    var padded = (program.length + BLOCK - 1) / BLOCK * BLOCK;
    // Two empty blocks end an archive.
    var archive = Arrays.copyOf(header(program.length), BLOCK + padded + 2 * BLOCK);
    System.arraycopy(program, 0, archive, BLOCK, program.length);
    return archive;
  }

  private static byte[] program(String machine) {
    try {
      return HolderProgram.on(machine);
    } catch (IllegalArgumentException e) {
      throw new RuntimeFailure(Kind.PULL_FAILED, String.valueOf(e.getMessage()), e);
    }
  }

  private static byte[] header(int size) {
    var header = new byte[BLOCK];
    text(header, NAME, Holder.PROGRAM.substring(1));
    octal(header, MODE, 7, EXECUTABLE);
    octal(header, OWNER, 7, 0);
    octal(header, GROUP, 7, 0);
    octal(header, SIZE, 11, size);
    octal(header, TIME, 11, 0);
    text(header, KIND, "0");
    text(header, MAGIC, "ustar\u000000");
    // The sum is taken with spaces in its own place.
    text(header, SUM, " ".repeat(8));
    var sum = 0;
    for (var octet : header) sum += octet & 0xff;
    octal(header, SUM, 6, sum);
    header[SUM + 6] = 0;
    return header;
  }

  private static void octal(byte[] header, int at, int digits, int number) {
    text(header, at, ("%0" + digits + "o").formatted(number));
  }

  private static void text(byte[] header, int at, String text) {
    var bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
