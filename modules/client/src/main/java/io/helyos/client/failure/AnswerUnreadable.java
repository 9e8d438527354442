package io.helyos.client.failure;

import org.jspecify.annotations.Nullable;

/// Somebody answered, but nothing that a Helyos daemon would say.
public final class AnswerUnreadable extends HelyosException {
  public AnswerUnreadable(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  @Override
  public FailureKind kind() {
    return FailureKind.UNREACHABLE;
  }
}
