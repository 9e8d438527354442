package io.helyos.client.failure;

import org.jspecify.annotations.Nullable;

/// The configuration on this machine cannot be used as it is.
public final class BadConfig extends HelyosException {
  public BadConfig(String sentence) {
    this(sentence, null);
  }

  public BadConfig(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  @Override
  public FailureKind kind() {
    return FailureKind.INVALID;
  }
}
