package io.helyos.client.failure;

import org.jspecify.annotations.Nullable;

/// Nobody answered, or not in time.
public final class ServerUnreachable extends HelyosException {
  public ServerUnreachable(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  @Override
  public FailureKind kind() {
    return FailureKind.UNREACHABLE;
  }
}
