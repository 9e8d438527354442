package io.helyos.cli.deploy;

import io.helyos.cli.shell.ExitCode;
import io.helyos.client.failure.HelyosException;
import java.util.List;
import java.util.Optional;

/// What became of the specs of one command when they were sent.
///
/// @param refusal ends the sending: those after it may build on it
/// @param unsent those after it
record Outbox(List<Sent> accepted, Optional<Refused> refusal, List<CheckedSpec> unsent) {
  /// One that the daemon did not take, or did not answer for.
  record Refused(CheckedSpec spec, HelyosException why) {}

  Outbox {
    accepted = List.copyOf(accepted);
    unsent = List.copyOf(unsent);
  }

  boolean isOneSpec() {
    return accepted.size() + unsent.size() + (refusal.isPresent() ? 1 : 0) == 1;
  }

  /// A refusal outweighs what became of the others.
  int exitCode(int otherwise) {
    return refusal.map(it -> ExitCode.of(it.why().kind())).orElse(otherwise);
  }
}
