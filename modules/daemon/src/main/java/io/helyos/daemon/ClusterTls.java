package io.helyos.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Set;

/// What a daemon shows the others of its cluster, and whom it believes; all are PEM files.
///
/// @param authority certificate of the cluster's own authority
/// @param certificate of this daemon, signed by it
/// @param key that belongs to the certificate
public record ClusterTls(Path authority, Path certificate, Path key) {
  /// Complains at the start about what would later only be a connection that does not come about.
  public ClusterTls {
    var signer = read("--cluster-ca", authority);
    var own = read("--cluster-cert", certificate);
    requireSigned(own, signer, certificate, authority);
    requirePrivate(key);
  }

  private static X509Certificate read(String flag, Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      var read = CertificateFactory.getInstance("X.509").generateCertificate(bytes);
      if (read instanceof X509Certificate known) return known;
    } catch (IOException | GeneralSecurityException e) {
      throw new StartFailure(
          "Expected %s to be a certificate in PEM that this user can read, found %s: %s."
              .formatted(flag, file, e.getMessage()),
          e);
    }
    throw new StartFailure("Expected an X.509 certificate for %s in %s.".formatted(flag, file));
  }

  private static void requireSigned(
      X509Certificate own, X509Certificate signer, Path certificate, Path authority) {
    try {
      own.verify(signer.getPublicKey());
      own.checkValidity();
    } catch (GeneralSecurityException e) {
      throw new StartFailure(
          "Expected %s to be valid now and signed by %s, found otherwise: %s. Sign it anew with the cluster's authority."
              .formatted(certificate, authority, e.getMessage()),
          e);
    }
  }

  private static void requirePrivate(Path key) {
    try {
      var rights = Files.getPosixFilePermissions(key);
      if (!rights.removeAll(
          Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ))) {
        return;
      }
    } catch (IOException e) {
      throw new StartFailure(
          "Expected --cluster-key to be a file that this user can read, found %s.".formatted(key),
          e);
    }
    throw new StartFailure(
        "Expected only this user to read --cluster-key, found that others can. Run: chmod 600 %s"
            .formatted(key));
  }
}
