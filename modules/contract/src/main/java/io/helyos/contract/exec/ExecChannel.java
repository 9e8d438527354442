package io.helyos.contract.exec;

import java.util.Optional;

/// Whose bytes a binary message holds: its first byte says it, with the numbers that programs know
/// their files by.
public enum ExecChannel {
  STDIN(0),
  STDOUT(1),
  STDERR(2);

  /// The WebSocket's subprotocol. Another form of messages gets another name.
  public static final String PROTOCOL = "v1.exec.helyos.io";

  /// So many bytes a binary message has at most, its first one counted.
  public static final int LARGEST = 64 * 1024 + 1;

  private final byte number;

  ExecChannel(int number) {
    this.number = (byte) number;
  }

  public byte number() {
    return number;
  }

  /// The channel of a number; empty when there is none.
  public static Optional<ExecChannel> of(byte number) {
    return number >= 0 && number < values().length
        ? Optional.of(values()[number])
        : Optional.empty();
  }
}
