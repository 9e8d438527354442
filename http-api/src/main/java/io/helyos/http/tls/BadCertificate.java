package io.helyos.http.tls;

/// A certificate or key cannot be used; the message says to its owner what is wrong.
public final class BadCertificate extends RuntimeException {
  BadCertificate(String message) {
    super(message);
  }

  BadCertificate(String message, Throwable cause) {
    super(message, cause);
  }
}
