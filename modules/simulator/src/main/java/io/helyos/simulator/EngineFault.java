package io.helyos.simulator;

/// How the way to an engine can misbehave.
public enum EngineFault {
  /// Calls arrive nowhere and get no answer.
  HANG,
  /// Calls are carried out, but their answers are lost.
  LOSE_ANSWERS,
  /// No connection can be made.
  REFUSE,
  /// Every event comes twice.
  DUPLICATE_EVENTS,
  /// Of each two events, the later comes first.
  REORDER_EVENTS
}
