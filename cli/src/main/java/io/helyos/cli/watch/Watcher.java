package io.helyos.cli.watch;

import io.helyos.cli.output.Column;
import io.helyos.cli.output.Documents;
import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.output.SafeText;
import io.helyos.cli.output.TablePrinter;
import io.helyos.cli.output.View;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.client.stream.EventStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Prints a list, and from then on each row that is new, changed or gone.
final class Watcher<T> {
  private static final Duration LONG = Duration.ofHours(1);

  private final Shell shell;
  private final View<T> view;
  private final OutputFormat format;
  private final List<Column<T>> columns;
  private final TablePrinter table;
  private Map<String, String> shown = Map.of();

  Watcher(Shell shell, View<T> view, OutputFormat format) {
    this.shell = shell;
    this.view = view;
    this.format = format;
    this.columns = view.columns(format == OutputFormat.WIDE);
    this.table = new TablePrinter(shell.out(), shell.terminal());
  }

  /// Goes on until nobody reads any more.
  int run(EventStream stream, Supplier<List<T>> list) throws InterruptedException {
    var changes = new Changes(stream);
    first(list.get());
    while (!shell.out().checkError()) {
      if (changes.await(LONG)) update(list.get());
    }
    return ExitCode.DONE;
  }

  private void first(List<T> resources) {
    if (format == OutputFormat.TABLE || format == OutputFormat.WIDE) {
      table.print(columns, resources);
    } else {
      resources.forEach(this::show);
    }
    shown = fingerprints(resources);
  }

  private void update(List<T> resources) {
    var now = fingerprints(resources);
    for (var resource : resources) {
      var name = view.name().apply(resource);
      if (!now.getOrDefault(name, "").equals(shown.get(name))) show(resource);
    }
    shown.keySet().stream().filter(name -> !now.containsKey(name)).forEach(this::gone);
    shown = now;
  }

  private void show(T resource) {
    switch (format) {
      case TABLE, WIDE -> table.add(columns, resource);
      case JSON -> shell.out().println(Documents.compact(view.document().apply(resource)));
      case YAML -> shell.out().print("---\n" + Documents.yaml(view.document().apply(resource)));
      case NAME -> shell.out().println(view.fullName(resource));
    }
  }

  private void gone(String name) {
    var removed = Map.of("name", name, "removed", true);
    switch (format) {
      case TABLE, WIDE -> shell.out().println(SafeText.line(name) + "  removed");
      case JSON -> shell.out().println(Documents.compact(removed));
      case YAML -> shell.out().print("---\n" + Documents.yaml(removed));
      case NAME -> shell.out().println(view.kind() + "/" + name + " removed");
    }
  }

  /// What has to differ for a row to be worth printing again: all that is shown but the ages.
  private Map<String, String> fingerprints(List<T> resources) {
    var all = new LinkedHashMap<String, String>();
    var steady = columns.stream().filter(Column::steady).toList();
    for (var resource : resources) {
      var text = new StringBuilder();
      steady.forEach(column -> text.append(column.value().apply(resource)).append('\n'));
      all.put(view.name().apply(resource), text.toString());
    }
    return all;
  }
}
