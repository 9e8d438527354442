package io.helyos.client.failure;

import org.jspecify.annotations.Nullable;

/// A call that did not do what it should. The message is a sentence for people.
public abstract sealed class HelyosException extends RuntimeException
    permits RequestRefused, ServerUnreachable, AnswerUnreadable, BadConfig {
  HelyosException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  public abstract FailureKind kind();

  /// The message, which these exceptions always have.
  public String sentence() {
    var message = getMessage();
    return message == null ? "" : message;
  }
}
