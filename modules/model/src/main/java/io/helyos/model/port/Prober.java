package io.helyos.model.port;

import io.helyos.model.template.Probe;
import java.util.concurrent.CompletionStage;

/// Asks containers whether they are well: thousands of them without a thread each. Only the address
/// that the engine gave is ever asked; no name is resolved and no redirection followed.
public interface Prober extends AutoCloseable {
  /// One question. Never fails: what goes wrong is an answer that says so. An answer comes within
  /// the probe's timeout and a little more.
  ///
  /// @param container its id, for a command that runs in it
  /// @param address the pod's own, as the engine says it
  CompletionStage<ProbeAnswer> ask(Probe probe, String container, String address);

  @Override
  void close();
}
