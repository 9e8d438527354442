package io.helyos.model.port;

/// Some of what a command has written: bytes, not lines, for a terminal's control codes may stand
/// anywhere in them.
///
/// @param bytes at most 64 KiB
public record ExecPiece(boolean stderr, byte[] bytes) {
  public static final int LARGEST = 64 * 1024;
}
