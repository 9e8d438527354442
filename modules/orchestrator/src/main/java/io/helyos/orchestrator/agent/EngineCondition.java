package io.helyos.orchestrator.agent;

import java.util.Optional;

/// Whether an engine answers, as its agent sees it now. Soft state: it is measured and never
/// journalled, and an engine that is away is nobody's crash.
public final class EngineCondition {
  private volatile Optional<String> trouble = Optional.empty();

  void answers() {
    trouble = Optional.empty();
  }

  void isSilent(String why) {
    trouble = Optional.of(why);
  }

  /// Why it does not answer; empty when it does.
  public Optional<String> trouble() {
    return trouble;
  }
}
