package io.helyos.http;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.ServerBinding;

/// The API at its address.
public final class Bound {
  private final ServerBinding binding;
  private final String scheme;

  Bound(ServerBinding binding, String scheme) {
    this.binding = binding;
    this.scheme = scheme;
  }

  public InetSocketAddress address() {
    return binding.localAddress();
  }

  public URI uri() {
    var host = address().getAddress().getHostAddress();
    var shown = host.contains(":") ? "[" + host + "]" : host;
    return URI.create(scheme + "://" + shown + ":" + address().getPort());
  }

  /// Takes no new connections, lets requests finish and then closes the rest.
  public CompletionStage<?> stop(Duration patience) {
    return binding.terminate(patience);
  }
}
