package io.helyos.http.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/// Certificates and keys as text.
final class Pem {
  private static final int LINE = 64;

  private Pem() {}

  static String of(X509Certificate certificate) {
    try {
      return block("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new BadCertificate("A certificate cannot be written: " + e.getMessage(), e);
    }
  }

  static String of(List<X509Certificate> chain) {
    return chain.stream().map(Pem::of).collect(Collectors.joining());
  }

  static String of(PrivateKey key) {
    return block("PRIVATE KEY", key.getEncoded());
  }

  /// All certificates of a text, also when there is a key beside them.
  ///
  /// @param from where it comes from, for people
  static List<X509Certificate> certificates(String text, String from) {
    try {
      var at = text.indexOf("-----BEGIN CERTIFICATE");
      if (at < 0)
        throw new BadCertificate(
            "Expected a certificate in PEM in %s, found none.".formatted(from));
      var bytes = new ByteArrayInputStream(text.substring(at).getBytes(StandardCharsets.US_ASCII));
      return CertificateFactory.getInstance("X.509").generateCertificates(bytes).stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (GeneralSecurityException e) {
      throw new BadCertificate(
          "Expected certificates in PEM in %s, found something else: %s"
              .formatted(from, e.getMessage()),
          e);
    }
  }

  /// The first key of a text, in any of the three forms that are about.
  ///
  /// @param from where it comes from, for people
  static PrivateKey key(String text, String from) {
    try (var parser = new PEMParser(new StringReader(text))) {
      var keys = new JcaPEMKeyConverter();
      for (var found = parser.readObject(); found != null; found = parser.readObject()) {
        switch (found) {
          case PrivateKeyInfo plain -> {
            return keys.getPrivateKey(plain);
          }
          case PEMKeyPair pair -> {
            return keys.getPrivateKey(pair.getPrivateKeyInfo());
          }
          case PEMEncryptedKeyPair _, PKCS8EncryptedPrivateKeyInfo _ ->
              throw new BadCertificate(
                  "Expected a key without a password in %s, found one with. Write it plain, readable by its owner only."
                      .formatted(from));
          default -> {}
        }
      }
    } catch (IOException e) {
      throw new BadCertificate(
          "Expected a private key in PEM in %s, found something else: %s"
              .formatted(from, e.getMessage()),
          e);
    }
    throw new BadCertificate("Expected a private key in PEM in %s, found none.".formatted(from));
  }

  private static String block(String kind, byte[] bytes) {
    var lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, lines, kind);
  }
}
