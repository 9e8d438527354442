package io.helyos.client.config;

import java.util.Optional;

/// A cluster that a person works with.
///
/// @param tokenName under which the daemon lists the token
/// @param project taken when a command names none
/// @param ca PEM of the only authority to trust, in base64
/// @param caSha256 its fingerprint, as it was confirmed
public record Context(
    String server,
    Optional<String> token,
    Optional<String> tokenName,
    Optional<String> project,
    boolean insecure,
    Optional<String> ca,
    Optional<String> caSha256) {
  public static Context of(String server) {
    return new Context(
        server,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty());
  }

  public Context withServer(String other) {
    return new Context(other, token, tokenName, project, insecure, ca, caSha256);
  }

  public Context withToken(Optional<String> other, Optional<String> name) {
    return new Context(server, other, name, project, insecure, ca, caSha256);
  }

  public Context withProject(Optional<String> other) {
    return new Context(server, token, tokenName, other, insecure, ca, caSha256);
  }

  public Context withTrust(boolean all, Optional<String> authority, Optional<String> fingerprint) {
    return new Context(server, token, tokenName, project, all, authority, fingerprint);
  }
}
