package io.helyos.orchestrator.probe;

import io.helyos.model.port.ProbeAnswer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/// What is said over one connection, and what is made of what comes back. Knows no socket.
sealed interface Talk permits HttpTalk, TcpTalk {
  /// What is sent once the connection is accepted; empty when the acceptance is the answer.
  ByteBuffer question();

  /// The next bytes that came, to be read to their end; the answer, as soon as it is known.
  Optional<ProbeAnswer> hear(ByteBuffer bytes);

  /// The other side has no more to say.
  ProbeAnswer atEnd();

  /// The time is over.
  ProbeAnswer atDeadline(Duration timeout);

  /// Whether nothing more is worth reading.
  boolean isOver();
}
