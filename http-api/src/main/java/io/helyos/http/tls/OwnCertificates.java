package io.helyos.http.tls;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/// An authority made at the first start, and a certificate by it, which is made anew when the
/// server's names change or its end comes near.
public final class OwnCertificates implements Certificates {
  /// So long before its end a certificate is replaced.
  private static final Duration AHEAD = Duration.ofDays(60);

  private final Path file;
  private final Set<String> names;
  private final InstantSource clock;
  private final Authority authority;
  private Identity identity;
  private SSLContext context;

  private OwnCertificates(
      Path file, Set<String> names, InstantSource clock, Authority authority, Identity identity) {
    this.file = file;
    this.names = Set.copyOf(names);
    this.clock = clock;
    this.authority = authority;
    this.identity = identity;
    this.context = identity.context();
  }

  /// Those of a directory; what is missing is made.
  ///
  /// @param directory where they are kept; made if it is not there
  /// @param names of the server, see [ServerNames]
  public static OwnCertificates in(Path directory, Set<String> names, InstantSource clock) {
    PrivateFile.directory(directory);
    var now = clock.instant();
    var authority = authority(directory, now);
    var file = directory.resolve("server.pem");
    var kept = kept(file).filter(it -> isGood(it, authority, names, now));
    var identity = kept.orElseGet(() -> issue(file, authority, names, now));
    return new OwnCertificates(file, names, clock, authority, identity);
  }

  @Override
  public synchronized SSLContext context() {
    var now = clock.instant();
    if (!lasts(identity, authority, now)) {
      identity = issue(file, authority, names, now);
      context = identity.context();
    }
    return context;
  }

  @Override
  public Optional<Authority> authority() {
    return Optional.of(authority);
  }

  /// The key is written first: once the certificate is there, both are.
  private static Authority authority(Path directory, Instant now) {
    var certificateFile = directory.resolve("ca.pem");
    var keyFile = directory.resolve("ca.key");
    if (!Files.exists(certificateFile)) {
      var made = Authority.make(now);
      PrivateFile.write(keyFile, Pem.of(made.key()));
      PrivateFile.write(certificateFile, made.pem());
      return made;
    }
    var from = certificateFile.toString();
    var certificate = Pem.certificates(PrivateFile.read(certificateFile), from).getFirst();
    var key = Pem.key(PrivateFile.read(keyFile), keyFile.toString());
    if (!Identity.isPair(key, certificate)) {
      throw new BadCertificate(
          "Expected %s to be the key of %s, found another. Restore both from one backup."
              .formatted(keyFile, from));
    }
    if (!now.isBefore(certificate.getNotAfter().toInstant())) {
      throw new BadCertificate(
          "Expected a valid authority in %s, found one that ended on %s. Remove %s, and log in again from every machine."
              .formatted(from, certificate.getNotAfter().toInstant(), directory));
    }
    return new Authority(key, certificate);
  }

  /// Nothing is lost with a certificate that cannot be read: the next one is as good.
  private static Optional<Identity> kept(Path file) {
    if (!Files.exists(file)) return Optional.empty();
    try {
      var text = PrivateFile.read(file);
      var from = file.toString();
      return Optional.of(new Identity(Pem.key(text, from), Pem.certificates(text, from)));
    } catch (BadCertificate e) {
      return Optional.empty();
    }
  }

  private static boolean isGood(Identity it, Authority by, Set<String> names, Instant now) {
    return lasts(it, by, now)
        && it.names().equals(names)
        && by.hasIssued(it.certificate())
        && it.isPair();
  }

  /// A certificate that ends with its authority cannot be bettered.
  private static boolean lasts(Identity it, Authority by, Instant now) {
    var last = by.certificate().getNotAfter().toInstant();
    return now.plus(AHEAD).isBefore(it.ends()) || !it.ends().isBefore(last);
  }

  private static Identity issue(Path file, Authority by, Set<String> names, Instant now) {
    var issued = by.issue(names, now);
    var whole = new Identity(issued.key(), List.of(issued.certificate(), by.certificate()));
    PrivateFile.write(file, Pem.of(whole.key()) + Pem.of(whole.chain()));
    return whole;
  }
}
