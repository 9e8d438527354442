package io.helyos.model.port;

import java.nio.file.Path;
import java.util.function.Function;

/// A real engine behind an [EngineProxy], as the contract wants it.
public final class ProxiedEngine implements FaultyEngine {
  private final EngineProxy proxy;
  private final ContainerRuntime runtime;

  /// @param client opens a runtime on a Unix socket, with a deadline of at most 2 s for a call
  public ProxiedEngine(EngineProxy proxy, Function<Path, ContainerRuntime> client) {
    this.proxy = proxy;
    this.runtime = client.apply(proxy.socket());
  }

  @Override
  public ContainerRuntime runtime() {
    return runtime;
  }

  @Override
  public void inflict(Fault fault) {
    proxy.inflict(fault);
  }

  @Override
  public void heal() {
    proxy.heal();
  }

  @Override
  public void cutStreams() {
    proxy.cutStreams();
  }

  @Override
  public void close() {
    try (proxy) {
      runtime.close();
    }
  }
}
