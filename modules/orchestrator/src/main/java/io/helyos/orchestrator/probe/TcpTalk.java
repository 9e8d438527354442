package io.helyos.orchestrator.probe;

import io.helyos.model.port.ProbeAnswer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/// Nothing is said: to be accepted is enough.
record TcpTalk() implements Talk {
  @Override
  public ByteBuffer question() {
    return ByteBuffer.allocate(0);
  }

  @Override
  public Optional<ProbeAnswer> hear(ByteBuffer bytes) {
    return Optional.of(atEnd());
  }

  @Override
  public ProbeAnswer atEnd() {
    return ProbeAnswer.good("connection accepted");
  }

  @Override
  public ProbeAnswer atDeadline(Duration timeout) {
    return ProbeAnswer.bad("connection not accepted within " + Words.of(timeout));
  }

  @Override
  public boolean isOver() {
    return true;
  }
}
