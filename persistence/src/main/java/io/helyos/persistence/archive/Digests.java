package io.helyos.persistence.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The sum over an archive.
final class Digests {
  private Digests() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
