package io.helyos.cli.history;

import io.helyos.cli.deployment.DeploymentName;
import io.helyos.cli.output.FieldLines;
import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.output.SafeText;
import io.helyos.cli.shell.Shell;
import io.helyos.contract.resource.DiffResource;
import io.helyos.contract.resource.DiffResource.Item;
import java.util.List;
import java.util.Optional;

/// What came, went and changed from one time to another: in the cluster, in a project, or of one
/// deployment with its pods.
public final class TimeDiff {
  private final Shell shell;
  private final OutputOption output;

  public TimeDiff(Shell shell, OutputOption output) {
    this.shell = shell;
    this.output = output;
  }

  /// Whether there is any difference.
  ///
  /// @param deployment as users write it
  public boolean print(
      String from, Optional<String> to, Optional<String> project, Optional<String> deployment) {
    var name = deployment.map(written -> DeploymentName.full(written, project, shell));
    var owner = name.map(DeploymentName.Full::project).or(() -> project);
    var all = shell.client().histories().diff(from, to, owner);
    var items =
        name.map(of -> all.items().stream().filter(item -> isOf(of, item)).toList())
            .orElse(all.items());
    print(new DiffResource(all.from(), all.to(), items));
    return !items.isEmpty();
  }

  private static boolean isOf(DeploymentName.Full of, Item item) {
    var pod = "helyos-%s-%s-".formatted(of.project(), of.name());
    return switch (item.kind()) {
      case "deployment" -> item.name().equals(of.project() + "/" + of.name());
      case "pod" ->
          item.name().startsWith(pod) && item.name().substring(pod.length()).matches("\\d+");
      default -> false;
    };
  }

  private void print(DiffResource diff) {
    var format = output.format(shell);
    if (format == OutputFormat.JSON || format == OutputFormat.YAML) {
      output.printer(shell).outcome(diff, "");
    } else if (format == OutputFormat.NAME) {
      diff.items().forEach(item -> shell.out().println(SafeText.line(name(item))));
    } else {
      text(diff.items());
    }
  }

  private void text(List<Item> items) {
    if (items.isEmpty()) shell.err().println("No difference.");
    for (var item : items) {
      var sign =
          switch (item.change()) {
            case "added" -> "+ ";
            case "removed" -> "- ";
            default -> "~ ";
          };
      shell.out().println(SafeText.line(sign + name(item)));
      // What came or went is told by its name; all its fields would hide the changes of others.
      if (item.change().equals("changed")) {
        item.fields().forEach(field -> shell.out().println("    " + FieldLines.of(field)));
      }
    }
  }

  private static String name(Item item) {
    return item.kind() + "/" + item.name();
  }
}
