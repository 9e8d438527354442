package io.helyos.http.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A certificate and key in files that the operator keeps. They are read again when they change, as
/// programs that renew certificates do not restart servers.
public final class GivenCertificate implements Certificates {
  private static final Logger LOG = LoggerFactory.getLogger(GivenCertificate.class);

  private final Path certificate;
  private final Path key;
  private List<FileTime> read;
  private Identity identity;
  private SSLContext context;

  /// Refuses what no client would accept.
  public GivenCertificate(Path certificate, Path key, InstantSource clock) {
    this.certificate = certificate;
    this.key = key;
    this.read = times();
    this.identity = load();
    this.context = identity.context();
    requireValid(clock.instant());
  }

  @Override
  public synchronized SSLContext context() {
    var now = times();
    if (now.equals(read)) return context;
    read = now;
    try {
      identity = load();
      context = identity.context();
      LOG.info("The certificate of {} is used from now on", certificate);
    } catch (BadCertificate e) {
      LOG.warn("The former certificate is kept: {}", e.getMessage());
    }
    return context;
  }

  @Override
  public Optional<Authority> authority() {
    return Optional.empty();
  }

  /// Names and addresses that it is for.
  public synchronized Set<String> names() {
    return identity.names();
  }

  private Identity load() {
    var loaded =
        new Identity(
            Pem.key(PrivateFile.read(key), key.toString()),
            Pem.certificates(PrivateFile.read(certificate), certificate.toString()));
    if (loaded.isPair()) return loaded;
    throw new BadCertificate(
        "Expected %s to be the key of the first certificate in %s, found another. Put the server's certificate first and those of its issuers behind it."
            .formatted(key, certificate));
  }

  private void requireValid(Instant now) {
    if (now.isBefore(identity.ends())) return;
    throw new BadCertificate(
        "Expected a valid certificate in %s, found one that ended on %s. Renew it."
            .formatted(certificate, identity.ends()));
  }

  /// Both, so that a change of either is seen; none while a file is being replaced.
  private List<FileTime> times() {
    try {
      return List.of(Files.getLastModifiedTime(certificate), Files.getLastModifiedTime(key));
    } catch (IOException e) {
      return List.of();
    }
  }
}
