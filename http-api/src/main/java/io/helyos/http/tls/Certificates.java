package io.helyos.http.tls;

import java.util.Optional;
import javax.net.ssl.SSLContext;

/// What a server of TLS shows its clients.
public interface Certificates {
  /// What encrypts the next connection. Asked for each anew, so that a certificate can be renewed
  /// while the daemon runs.
  SSLContext context();

  /// Whom clients have to trust; empty when they know already, as with a public authority.
  Optional<Authority> authority();
}
