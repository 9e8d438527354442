package io.helyos.daemon;

import io.helyos.http.tls.BadCertificate;
import io.helyos.http.tls.Certificates;
import io.helyos.http.tls.GivenCertificate;
import io.helyos.http.tls.OwnCertificates;
import io.helyos.http.tls.ServerNames;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How the API of a daemon is encrypted.
///
/// @param certificate and key are the operator's, if they are given
/// @param names by which clients call the daemon, beside those that it finds out itself
public record TlsSettings(
    boolean isOn, Optional<Path> certificate, Optional<Path> key, List<String> names) {
  public static final TlsSettings OFF =
      new TlsSettings(false, Optional.empty(), Optional.empty(), List.of());

  public TlsSettings {
    names = List.copyOf(names);
  }

  /// By which names requests may call the daemon that listens on this address.
  Set<String> hosts(String host) {
    var all = new TreeSet<>(ServerNames.of(host, names));
    certificate.ifPresent(_ -> all.addAll(given().names()));
    return all;
  }

  /// What the server shows; empty without TLS.
  Optional<Certificates> certificates(String host, Path dataDir) {
    if (!isOn) return Optional.empty();
    if (certificate.isPresent()) return Optional.of(given());
    try {
      var all = ServerNames.of(host, names);
      return Optional.of(OwnCertificates.in(dataDir.resolve("tls"), all, InstantSource.system()));
    } catch (BadCertificate e) {
      throw new StartFailure(String.valueOf(e.getMessage()), e);
    }
  }

  String scheme() {
    return isOn ? "https" : "http";
  }

  private GivenCertificate given() {
    try {
      return new GivenCertificate(
          certificate.orElseThrow(), key.orElseThrow(), InstantSource.system());
    } catch (BadCertificate e) {
      throw new StartFailure(String.valueOf(e.getMessage()), e);
    }
  }
}
