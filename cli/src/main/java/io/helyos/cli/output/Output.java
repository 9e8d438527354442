package io.helyos.cli.output;

import io.helyos.cli.shell.Shell;
import java.util.List;

/// Prints resources to stdout in the format that was asked for.
public final class Output {
  private final Shell shell;
  private final OutputFormat format;

  public Output(Shell shell, OutputFormat format) {
    this.shell = shell;
    this.format = format;
  }

  public <T> void list(View<T> view, List<T> resources) {
    switch (format) {
      case TABLE, WIDE -> table(view, resources);
      case JSON -> text(Documents.pretty(documents(view, resources)));
      case YAML -> text(Documents.yaml(documents(view, resources)));
      case NAME -> resources.forEach(it -> text(view.fullName(it)));
    }
  }

  /// One resource; as a table it has one row.
  public <T> void one(View<T> view, T resource) {
    switch (format) {
      case TABLE, WIDE -> table(view, List.of(resource));
      case JSON -> text(Documents.pretty(view.document().apply(resource)));
      case YAML -> text(Documents.yaml(view.document().apply(resource)));
      case NAME -> text(view.fullName(resource));
    }
  }

  /// A document that has no table, or a sentence where a table or name would be asked for.
  public void outcome(Object resource, String sentence) {
    switch (format) {
      case TABLE, WIDE, NAME -> text(sentence);
      case JSON -> text(Documents.pretty(resource));
      case YAML -> text(Documents.yaml(resource));
    }
  }

  private static <T> List<Object> documents(View<T> view, List<T> resources) {
    return resources.stream().map(view.document()).toList();
  }

  private <T> void table(View<T> view, List<T> resources) {
    if (resources.isEmpty()) {
      shell.err().println("No " + view.kind() + "s.");
      return;
    }
    new TablePrinter(shell.out(), shell.terminal())
        .print(view.columns(format == OutputFormat.WIDE), resources);
  }

  private void text(String text) {
    shell.out().println((shell.terminal().out() ? SafeText.lines(text) : text).stripTrailing());
  }
}
