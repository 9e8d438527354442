package io.helyos.docker;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The program of the holder: it sleeps, and does nothing else until it is killed. Two hundred
/// bytes of an ELF file that we assemble here, so that nobody has to trust or fetch a binary.
///
/// It needs no handler for signals: the first process of a container ignores what it does not
/// handle, and the holder is ended with SIGKILL.
final class HolderProgram {
  private static final int HEADERS = 64 + 56;
  private static final long BASE = 0x400000;
  private static final int ALIGNMENT = 0x10000;
  private static final short EXECUTABLE = 2;
  private static final int LOADED = 1;
  private static final int READ_AND_EXECUTE = 5;

  private static final short X86_64 = 62;
  private static final short AARCH64 = 183;

  /// Again and again `pause()`, which is call 34 there.
  private static final int[] SLEEP_ON_AMD64 = {
    0xb8, 34, 0, 0, 0, // again: mov eax, 34
    0x0f, 0x05, //        syscall
    0xeb, 0xf7, //        jmp again
  };

  /// There is no `pause` on arm64: it is `ppoll(NULL, 0, NULL, NULL, 0)`, call 73, which waits for
  /// nothing for ever. Each instruction is four bytes, lowest first.
  private static final int[] SLEEP_ON_ARM64 = {
    0x00, 0x00, 0x80, 0xd2, // again: mov x0, #0
    0x01, 0x00, 0x80, 0xd2, //        mov x1, #0
    0x02, 0x00, 0x80, 0xd2, //        mov x2, #0
    0x03, 0x00, 0x80, 0xd2, //        mov x3, #0
    0x04, 0x00, 0x80, 0xd2, //        mov x4, #0
    0x28, 0x09, 0x80, 0xd2, //        mov x8, #73
    0x01, 0x00, 0x00, 0xd4, //        svc #0
    0xf9, 0xff, 0xff, 0x17, //        b again
  };

  private HolderProgram() {}

  /// The file, for a machine as images name it.
  ///
  /// @throws IllegalArgumentException for a machine that it was not written for
  static byte[] on(String architecture) {
    return switch (architecture) {
      case "amd64" -> elf(X86_64, SLEEP_ON_AMD64);
      case "arm64" -> elf(AARCH64, SLEEP_ON_ARM64);
      default ->
          throw new IllegalArgumentException(
              "Expected an engine on amd64 or arm64 for pods with several containers, found %s."
                  .formatted(architecture));
    };
  }

  /// One header of the file, one of its only segment, and the code behind them.
  private static byte[] elf(short machine, int[] code) {
    var size = HEADERS + code.length;
    var file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    // 64 bits, little-endian, version 1, System V.
    file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}).putLong(0);
    file.putShort(EXECUTABLE).putShort(machine).putInt(1);
    file.putLong(BASE + HEADERS).putLong(64).putLong(0).putInt(0);
    file.putShort((short) 64).putShort((short) 56).putShort((short) 1);
    file.putShort((short) 0).putShort((short) 0).putShort((short) 0);

    file.putInt(LOADED).putInt(READ_AND_EXECUTE).putLong(0);
    file.putLong(BASE).putLong(BASE).putLong(size).putLong(size).putLong(ALIGNMENT);

    for (var octet : code) file.put((byte) octet);
    return file.array();
  }
}
