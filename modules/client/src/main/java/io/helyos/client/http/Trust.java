package io.helyos.client.http;

import io.helyos.client.failure.BadConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Whom an encrypted connection trusts: the system's authorities, one that the context pins, or
/// anybody.
final class Trust {
  private final Endpoint endpoint;
  private @Nullable SSLSocketFactory sockets;

  Trust(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  void apply(HttpsURLConnection connection) {
    connection.setSSLSocketFactory(sockets());
    if (endpoint.insecure()) connection.setHostnameVerifier((host, session) -> true);
  }

  /// Always the same one: a connection is used again only under the factory that made it.
  private synchronized SSLSocketFactory sockets() {
    var known = sockets;
    if (known != null) return known;
    var made =
        context(endpoint)
            .map(SSLContext::getSocketFactory)
            .orElseGet(HttpsURLConnection::getDefaultSSLSocketFactory);
    sockets = made;
    return made;
  }

  /// What encrypts connections to the endpoint; empty when the system's own does.
  static Optional<SSLContext> context(Endpoint endpoint) {
    try {
      if (endpoint.insecure()) return Optional.of(anybody());
      if (endpoint.authority().isEmpty()) return Optional.empty();
      return Optional.of(context(pinned(endpoint.authority().get())));
    } catch (GeneralSecurityException | IOException e) {
      throw new BadConfig(
          "Expected the context's `ca` to be a PEM certificate in base64, found something else: "
              + e.getMessage()
              + ". Log in again, or set it anew.",
          e);
    }
  }

  /// Encrypts, and asks nobody who they are.
  static SSLContext anybody() {
    try {
      return context(new TrustManager[] {new Anybody()});
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A JDK without TLS", e);
    }
  }

  private static TrustManager[] pinned(String pem) throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
    var certificates = CertificateFactory.getInstance("X.509").generateCertificates(bytes);
    var n = 0;
    for (var certificate : certificates) store.setCertificateEntry("ca-" + n++, certificate);
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static SSLContext context(TrustManager[] trusted) throws GeneralSecurityException {
    var context = SSLContext.getInstance("TLS");
    context.init(null, trusted, null);
    return context;
  }

  /// For `insecure = true`, which a person has to ask for by name.
  private static final class Anybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
