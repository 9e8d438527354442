package io.helyos.http.exec;

import io.helyos.http.exchange.Query;
import io.helyos.model.port.ExecRequest;
import io.helyos.model.port.TerminalSize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a client wants to run, out of the query: a browser can say it nowhere else.
final class ExecQuery {
  static final String[] PARAMETERS = {
    "command*", "container", "stdin", "tty", "user", "workdir", "env*", "columns", "rows"
  };

  /// Enough for a script in an argument; the address as a whole has its own limit.
  private static final int MOST_WORDS = 256;

  private static final int MOST_CHARACTERS = 10_000;

  private ExecQuery() {}

  static ExecRequest read(Query query) {
    var tty = query.flag("tty", false);
    return new ExecRequest(
        command(query.texts("command")),
        query.flag("stdin", tty),
        tty,
        query.text("user"),
        query.text("workdir"),
        env(query.texts("env")),
        tty ? size(query) : Optional.empty());
  }

  private static List<String> command(List<String> words) {
    if (words.isEmpty() || words.getFirst().isEmpty() || words.size() > MOST_WORDS) {
      throw Query.bad(
          "Expected `command` once for each word of what is to be run, at most %d; found %d."
              .formatted(MOST_WORDS, words.size()));
    }
    words.forEach(ExecQuery::refuseNul);
    return words;
  }

  private static Map<String, String> env(List<String> assignments) {
    var env = new TreeMap<String, String>();
    for (var assignment : assignments) {
      refuseNul(assignment);
      var equals = assignment.indexOf('=');
      if (equals < 1) {
        throw Query.bad("Expected `env` as NAME=VALUE, found `%s`.".formatted(assignment));
      }
      env.put(assignment.substring(0, equals), assignment.substring(equals + 1));
    }
    return env;
  }

  private static void refuseNul(String word) {
    if (word.indexOf('\0') >= 0) {
      throw Query.bad("Expected words without a NUL character, which no process can be given.");
    }
  }

  private static Optional<TerminalSize> size(Query query) {
    var columns = query.number("columns", 1, MOST_CHARACTERS);
    var rows = query.number("rows", 1, MOST_CHARACTERS);
    return columns.flatMap(
        wide -> rows.map(high -> new TerminalSize(wide.intValue(), high.intValue())));
  }
}
