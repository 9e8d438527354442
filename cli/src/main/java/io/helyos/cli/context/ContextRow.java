package io.helyos.cli.context;

import io.helyos.cli.output.Column;
import io.helyos.cli.output.View;
import io.helyos.client.config.Config;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A context as a list shows it. Its token is never among it.
record ContextRow(String name, boolean current, String server, String project, boolean token) {
  static final View<ContextRow> VIEW =
      new View<>(
          "context",
          ContextRow::name,
          List.of(
              Column.of("Current", it -> it.current() ? "*" : ""),
              Column.of("Name", ContextRow::name),
              Column.of("Server", ContextRow::server),
              Column.of("Project", ContextRow::project)),
          List.of(Column.of("Token", it -> it.token() ? "yes" : "no")),
          ContextRow::document);

  static List<ContextRow> all(Config config) {
    var current = config.effective().orElse("");
    return config.contexts().entrySet().stream()
        .map(it ->
            new ContextRow(
                it.getKey(),
                it.getKey().equals(current),
                it.getValue().server(),
                it.getValue().project().orElse(""),
                it.getValue().token().isPresent()))
        .toList();
  }

  private Map<String, Object> document() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", name);
    fields.put("current", current);
    fields.put("server", server);
    fields.put("project", project);
    fields.put("token", token);
    return fields;
  }
}
