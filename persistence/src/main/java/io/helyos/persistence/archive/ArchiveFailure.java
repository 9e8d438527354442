package io.helyos.persistence.archive;

import org.jspecify.annotations.Nullable;

/// A file is no whole archive, or cannot be written. The message is fit for an operator's eyes.
public final class ArchiveFailure extends RuntimeException {
  ArchiveFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
