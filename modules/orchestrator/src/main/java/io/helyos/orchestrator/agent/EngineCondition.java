package io.helyos.orchestrator.agent;

import java.time.Duration;
import java.util.Optional;

/// Whether an engine answers, as its agent sees it now. Soft state: it is measured and never
/// journalled, and an engine that is away is nobody's crash.
public final class EngineCondition {
  private volatile Optional<String> trouble = Optional.empty();
  private volatile long answered = System.nanoTime();

  void answers() {
    answered = System.nanoTime();
    trouble = Optional.empty();
  }

  void isSilent(String why) {
    trouble = Optional.of(why);
  }

  /// Why it does not answer; empty when it does.
  public Optional<String> trouble() {
    return trouble;
  }

  /// For how long it has not answered; nothing as long as it does when it is asked.
  Duration silence() {
    return trouble.isEmpty() ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - answered);
  }
}
