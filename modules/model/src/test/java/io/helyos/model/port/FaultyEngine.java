package io.helyos.model.port;

/// A second way to the engine under test, which can be made to misbehave. The first way stays
/// healthy, so that a case can see what has really happened.
public interface FaultyEngine extends AutoCloseable {
  /// Goes through the fault. Fresh: no connection is open yet. It gives up on an unanswered call
  /// after 2 seconds at most.
  ContainerRuntime runtime();

  /// From now on, for every call, until the next one or [#heal].
  void inflict(Fault fault);

  void heal();

  /// Cuts all streams (events, followed logs) that are open now.
  void cutStreams();

  @Override
  void close();

  enum Fault {
    /// Calls arrive nowhere and get no answer.
    HANG,
    /// Calls are carried out, then the connection is cut before any byte of the answer.
    LOSE_ANSWERS,
    /// No connection can be made.
    REFUSE,
    /// Every event comes twice.
    DUPLICATE_EVENTS,
    /// Of each two events, the later comes first.
    REORDER_EVENTS
  }
}
