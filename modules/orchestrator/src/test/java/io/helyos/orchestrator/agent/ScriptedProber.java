package io.helyos.orchestrator.agent;

import io.helyos.model.port.ProbeAnswer;
import io.helyos.model.port.Prober;
import io.helyos.model.template.Probe;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Gives every question the same answer, as it was told last.
final class ScriptedProber implements Prober {
  private volatile ProbeAnswer answer = ProbeAnswer.good("well");

  void answer(ProbeAnswer next) {
    answer = next;
  }

  @Override
  public CompletionStage<ProbeAnswer> ask(Probe probe, String container, String address) {
    return CompletableFuture.completedStage(answer);
  }

  @Override
  public void close() {}
}
