package io.helyos.model.port;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/// A command in a container that somebody talks with. Whoever has one closes it.
public interface ExecSession extends AutoCloseable {
  /// What the command writes, for one subscriber. Honours back-pressure: a command whose reader is
  /// slow waits in its writing. Ends when the command has closed its outputs.
  Flow.Publisher<ExecPiece> output();

  /// Gives the command something to read. Completes when it is on its way: only then the next is to
  /// be given. What comes after the command's end goes nowhere.
  CompletionStage<Void> write(byte[] bytes);

  /// Nothing more will be given.
  CompletionStage<Void> endInput();

  /// The terminal has another size now. Does nothing to a command without one, or that has ended.
  CompletionStage<Void> resize(TerminalSize size);

  /// What the command has ended with. Completes after [#output] has ended, and so only for one who
  /// reads it.
  CompletionStage<Integer> exitCode();

  /// Hangs up. What still runs is ended, where the engine is on this machine; elsewhere it may go
  /// on until its container ends.
  @Override
  void close();
}
