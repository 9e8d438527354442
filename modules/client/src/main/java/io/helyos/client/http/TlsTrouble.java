package io.helyos.client.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// What is wrong between the two sides when encryption is, in words of the person who can do
/// something about it.
final class TlsTrouble {
  private static final int PATIENCE_MILLIS = 1_000;

  private TlsTrouble() {}

  /// Empty when the failure has nothing to do with TLS.
  static Optional<String> sentence(Endpoint endpoint, IOException broken) {
    var server = endpoint.server();
    if (!endpoint.isEncrypted()) {
      return isCut(broken) && speaksTls(server)
          ? Optional.of(
              "Expected plain http at %s, found TLS. Use https:// instead: helyos login https://%s"
                  .formatted(server, server.getRawAuthority()))
          : Optional.empty();
    }
    if (cause(broken, SSLException.class) == null) {
      return Optional.ofNullable(cause(broken, CertificateException.class))
          .map(_ -> certificate(endpoint, broken));
    }
    if (String.valueOf(broken.getMessage()).contains("SSL message")) {
      return Optional.of(
          "Expected TLS at %s, found none. Use http:// if the daemon is on this machine, or start it with --tls on."
              .formatted(server));
    }
    return Optional.of(certificate(endpoint, broken));
  }

  private static String certificate(Endpoint endpoint, IOException broken) {
    var server = endpoint.server();
    if (cause(broken, CertificateExpiredException.class) != null
        || cause(broken, CertificateNotYetValidException.class) != null) {
      return "Expected a certificate that is valid now at %s, found one that is not: %s. Compare the clocks of both machines."
          .formatted(server, deepest(broken));
    }
    if (cause(broken, CertPathValidatorException.class) != null
        || deepest(broken).contains("certification path")) {
      return endpoint.authority().isPresent()
          ? "Expected the authority that this context keeps at %s, found a certificate of another one. Somebody may stand in between; if the daemon has a new one, log in again: helyos login %s"
              .formatted(server, server)
          : "Expected a certificate of a known authority at %s, found an unknown one. Look at it and keep it: helyos login %s"
              .formatted(server, server);
    }
    if (cause(broken, CertificateException.class) != null) {
      return "Expected a certificate for %s, found one for other names (%s). Call the daemon by one of them, or start it with --tls-san %s."
          .formatted(server.getHost(), deepest(broken), server.getHost());
    }
    return "Expected TLS as usual at %s, found: %s.".formatted(server, deepest(broken));
  }

  /// Broken off without a word, as a server of TLS does with what it does not understand.
  private static boolean isCut(IOException broken) {
    return !(broken instanceof ConnectException
        || broken instanceof SocketTimeoutException
        || broken instanceof UnknownHostException);
  }

  /// Shakes hands, whoever it is: nothing is sent.
  private static boolean speaksTls(URI server) {
    try (var socket = new Socket()) {
      var port = server.getPort() < 0 ? 80 : server.getPort();
      socket.connect(new InetSocketAddress(server.getHost(), port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      return shakes(Trust.anybody(), socket, server.getHost(), port);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean shakes(SSLContext context, Socket plain, String host, int port)
      throws IOException {
    try (var socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, false)) {
      socket.startHandshake();
      return true;
    }
  }

  private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> kind) {
    for (Throwable it = failure; it != null; it = it.getCause()) {
      if (kind.isInstance(it)) return kind.cast(it);
    }
    return null;
  }

  private static String deepest(Throwable failure) {
    var last = failure;
    for (Throwable it = failure; it != null; it = it.getCause()) last = it;
    return String.valueOf(last.getMessage());
  }
}
