package io.helyos.cli.access;

import io.helyos.cli.shell.CommandFailed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.Locale;

/// A certificate authority that a context trusts and no other.
///
/// @param sha256 of the certificate, in colon hex
record Authority(String pem, String sha256) {
  static Authority read(Path file) {
    try {
      return of(Files.readString(file, StandardCharsets.US_ASCII));
    } catch (IOException | GeneralSecurityException e) {
      throw CommandFailed.usage(
          "Expected a certificate in PEM in " + file + ", found: " + e.getMessage());
    }
  }

  /// Its fingerprint is counted here, whatever the sender says that it is.
  static Authority sent(String pem) {
    try {
      return of(pem);
    } catch (GeneralSecurityException e) {
      throw CommandFailed.usage(
          "Expected a certificate from the daemon, found something else: " + e.getMessage());
    }
  }

  private static Authority of(String pem) throws GeneralSecurityException {
    var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
    var certificate = CertificateFactory.getInstance("X.509").generateCertificate(bytes);
    var hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    return new Authority(pem, HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash));
  }

  void mustBe(String fingerprint) {
    if (bare(fingerprint).equals(bare(sha256))) return;
    throw CommandFailed.usage(
        "Expected an authority with the fingerprint " + fingerprint + ", found " + sha256 + ".",
        "somebody may stand between you and the server: ask who runs it");
  }

  private static String bare(String fingerprint) {
    return fingerprint.toLowerCase(Locale.ROOT).replace("sha256:", "").replace(":", "");
  }
}
