package io.helyos.http.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A key with the certificate for it.
///
/// @param chain the certificate and those that vouch for it, in this order
record Identity(PrivateKey key, List<X509Certificate> chain) {
  private static final char[] NO_PASSWORD = {};
  private static final int DNS = 2;
  private static final int ADDRESS = 7;

  Identity {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) throw new BadCertificate("Expected a certificate, found none.");
  }

  X509Certificate certificate() {
    return chain.getFirst();
  }

  Instant ends() {
    return certificate().getNotAfter().toInstant();
  }

  /// Whether the key is the one that the certificate is about.
  boolean isPair() {
    return isPair(key, certificate());
  }

  static boolean isPair(PrivateKey key, X509Certificate certificate) {
    try {
      var algorithm =
          switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> key.getAlgorithm();
          };
      var signing = Signature.getInstance(algorithm);
      signing.initSign(key);
      signing.update(certificate.getSerialNumber().toByteArray());
      var signed = signing.sign();
      signing.initVerify(certificate.getPublicKey());
      signing.update(certificate.getSerialNumber().toByteArray());
      return signing.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /// Names and addresses that the certificate is for.
  Set<String> names() {
    try {
      var names = new TreeSet<String>();
      var all = certificate().getSubjectAlternativeNames();
      if (all == null) return names;
      for (var name : all) {
        var kind = (Integer) name.getFirst();
        if (kind == DNS || kind == ADDRESS) names.add(String.valueOf(name.get(1)));
      }
      return names;
    } catch (GeneralSecurityException e) {
      throw new BadCertificate("Expected readable names in the certificate: " + e.getMessage(), e);
    }
  }

  SSLContext context() {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, NO_PASSWORD);
      store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, NO_PASSWORD);
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new BadCertificate("The certificate cannot be used: " + e.getMessage(), e);
    }
  }
}
