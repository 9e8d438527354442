package io.helyos.docker;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A bare connection to the engine, for what the library's transport cannot do: it reads and writes
/// at once, and ends one direction without the other.
///
/// @param whole closes both directions
record EngineWire(InputStream in, OutputStream out, HalfClose halfClose, Closeable whole)
    implements Closeable {
  interface HalfClose {
    void run() throws IOException;
  }

  static EngineWire connect(DockerSettings settings) throws IOException {
    var tls = new ClientConfig(settings).getSSLConfig();
    if (tls == null) return plain(address(settings));
    try {
      return encrypted(settings, tls.getSSLContext());
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the certificates for the Docker engine cannot be used", e);
    }
  }

  private static SocketAddress address(DockerSettings settings) {
    var host = settings.host();
    return EngineAddress.socket(host)
        .<SocketAddress>map(UnixDomainSocketAddress::of)
        .orElseGet(() -> new InetSocketAddress(host.getHost(), host.getPort()));
  }

  private static EngineWire plain(SocketAddress address) throws IOException {
    var channel = SocketChannel.open(address);
    return new EngineWire(
        Channels.newInputStream(channel),
        Channels.newOutputStream(channel),
        channel::shutdownOutput,
        channel);
  }

  private static EngineWire encrypted(DockerSettings settings, SSLContext context)
      throws IOException {
    var host = settings.host();
    var socket =
        (SSLSocket) context.getSocketFactory().createSocket(host.getHost(), host.getPort());
    var checks = socket.getSSLParameters();
    checks.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(checks);
    return new EngineWire(
        socket.getInputStream(), socket.getOutputStream(), socket::shutdownOutput, socket);
  }

  @Override
  public void close() throws IOException {
    whole.close();
  }
}
