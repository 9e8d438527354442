package io.helyos.client.exec;

import io.helyos.client.http.Route;
import java.util.List;
import java.util.Optional;

/// What is to be run.
///
/// @param stdin whether it gets an input
/// @param tty whether it gets a terminal
/// @param env as NAME=VALUE
/// @param size of the terminal
/// @param container of a pod of several; the pod's own when empty
public record ExecSpec(
    List<String> words,
    boolean stdin,
    boolean tty,
    Optional<String> user,
    Optional<String> workdir,
    List<String> env,
    Optional<Size> size,
    Optional<String> container) {
  public ExecSpec {
    words = List.copyOf(words);
    env = List.copyOf(env);
  }

  /// How large a terminal is, in characters.
  public record Size(int columns, int rows) {}

  /// A command that is only listened to.
  public static ExecSpec of(String... words) {
    return new ExecSpec(
        List.of(words),
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /// The same with an input.
  public ExecSpec withInput() {
    return new ExecSpec(words, true, tty, user, workdir, env, size, container);
  }

  /// The same with a terminal.
  public ExecSpec withTerminal(Size columnsAndRows) {
    return new ExecSpec(
        words, true, true, user, workdir, env, Optional.of(columnsAndRows), container);
  }

  Route route(String pod) {
    var route = Route.api("pods", pod, "exec");
    for (var word : words) route.with("command", word);
    for (var assignment : env) route.with("env", assignment);
    return route
        .with("container", container)
        .with("stdin", Boolean.toString(stdin))
        .with("tty", Boolean.toString(tty))
        .with("user", user)
        .with("workdir", workdir)
        .with("columns", size.map(Size::columns))
        .with("rows", size.map(Size::rows));
  }
}
