package io.helyos.contract.spec;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How it is found out whether a container is well.
///
/// @param port the container's first one when empty
/// @param retries failures in a row until it counts as failed
public record ProbeSpec(
    Check check,
    Optional<Port> port,
    Duration interval,
    Duration timeout,
    int retries,
    Duration startPeriod) {

  public sealed interface Check {
    /// Passes on an answer of 200 to 399.
    record Http(String path) implements Check {}

    /// Passes when a connection is accepted.
    record Tcp() implements Check {}

    /// Passes when the command, run in the container, exits with 0.
    record Exec(List<String> command) implements Check {
      public Exec {
        command = List.copyOf(command);
      }
    }
  }

  public sealed interface Port {
    record Numbered(int number) implements Port {}

    record Named(String name) implements Port {}
  }
}
