package io.helyos.model.port;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A command that somebody wants to run in a container and to talk with.
///
/// @param stdin whether it gets an input; without one it reads an end at once
/// @param tty whether it gets a terminal: then both its outputs are one
/// @param user the container's own when empty
/// @param workdir the container's own when empty
/// @param env beside the container's own
/// @param size of the terminal at the start, if it has one
public record ExecRequest(
    List<String> command,
    boolean stdin,
    boolean tty,
    Optional<String> user,
    Optional<String> workdir,
    Map<String, String> env,
    Optional<TerminalSize> size) {
  public ExecRequest {
    command = List.copyOf(command);
    env = Collections.unmodifiableMap(new TreeMap<>(env));
  }

  /// A command that is listened to and gets nothing.
  public static ExecRequest of(List<String> command) {
    return new ExecRequest(
        command, false, false, Optional.empty(), Optional.empty(), Map.of(), Optional.empty());
  }

  /// The same with an input.
  public ExecRequest withInput() {
    return new ExecRequest(command, true, tty, user, workdir, env, size);
  }

  /// The same with an input and a terminal of this size.
  public ExecRequest withTerminal(TerminalSize columnsAndRows) {
    return new ExecRequest(command, true, true, user, workdir, env, Optional.of(columnsAndRows));
  }
}
