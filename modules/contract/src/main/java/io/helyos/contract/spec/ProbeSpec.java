package io.helyos.contract.spec;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How it is found out whether a container is well.
///
/// @param port the first TCP one of the container's `ports` when empty; none beside a command
/// @param retries failures in a row until it counts as failed
public record ProbeSpec(
    Check check,
    Optional<Port> port,
    Duration interval,
    Duration timeout,
    int retries,
    Duration startPeriod) {

  /// The container port that is asked. Empty for a command, and for a port that `ports` does not
  /// have; a checked spec has every port that a probe names.
  ///
  /// @param ports of the same container
  public Optional<Integer> portIn(List<PortSpec> ports) {
    if (check instanceof Check.Exec) return Optional.empty();
    var tcp = ports.stream().filter(it -> it.protocol() == PortSpec.Protocol.TCP);
    return switch (port.orElse(null)) {
      case Port.Numbered(var number) -> Optional.of(number);
      case Port.Named(var name) ->
          tcp.filter(it -> it.name().equals(Optional.of(name)))
              .map(PortSpec::container)
              .findFirst();
      case null -> tcp.map(PortSpec::container).findFirst();
    };
  }

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
