package io.helyos.model.template;

import java.time.Duration;
import java.util.List;

/// How a container is asked whether it is well, and how often.
///
/// @param interval from the start of one question to the start of the next
/// @param timeout an answer that takes longer is none
/// @param retries failures in a row until the check has failed
/// @param startPeriod failures in this time after the start do not count, until one answer is good
public record Probe(
    Action action, Duration interval, Duration timeout, int retries, Duration startPeriod) {

  /// What is done to ask.
  public sealed interface Action {
    /// A GET; an answer of 200 to 399 is good, and a redirection is not followed.
    record Http(String path, int port) implements Action {}

    /// A connection that is accepted is good.
    record Tcp(int port) implements Action {}

    /// A command in the container; exit code 0 is good.
    record Exec(List<String> command) implements Action {
      public Exec {
        command = List.copyOf(command);
      }
    }
  }
}
