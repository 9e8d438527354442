package io.helyos.cli.draft;

import io.helyos.cli.deploy.CheckedSpec;
import io.helyos.cli.deploy.Deploying;
import io.helyos.cli.deploy.WaitOptions;
import io.helyos.cli.deployment.Replicas;
import io.helyos.cli.output.Documents;
import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The short way in; `--dry-run -o yaml` is the way from there to a file.
@Command(
    name = "deployment",
    description = "Deploy an image without writing a spec, or print the spec.",
    footer = {
      "%nExamples:",
      "  helyos create deployment web --image nginx --replicas 3",
      "  helyos create deployment web --image nginx --port 80 --dry-run -o yaml > web.yaml"
    })
public final class CreateDeploymentCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "NAME", description = "Of the deployment.")
  String name = "";

  @Option(names = "--image", required = true, paramLabel = "IMAGE", description = "What to run.")
  String image = "";

  @Option(
      names = "--replicas",
      paramLabel = "N",
      converter = Replicas.class,
      description = "How many pods.")
  int replicas = 1;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = Port.class,
      description = "A port that the container serves; may be repeated.")
  List<Integer> ports = List.of();

  @Option(
      names = {"-p", "--project"},
      paramLabel = "PROJECT",
      description = "Its project.")
  Optional<String> project = Optional.empty();

  @Option(
      names = {"-n", "--dry-run"},
      description = "Only print the spec.")
  boolean dryRun;

  @Mixin WaitOptions options = new WaitOptions();

  @Mixin OutputOption output = new OutputOption();

  public CreateDeploymentCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws InterruptedException {
    var draft = Drafts.checked(shell.project(project), name, image, replicas, ports);
    if (!dryRun) return new Deploying(shell, options, output.format(shell)).run(List.of(draft));
    if (output.format(shell) == OutputFormat.JSON)
      shell.out().println(Documents.pretty(tree(draft)));
    else shell.out().print(new String(draft.file().bytes(), StandardCharsets.UTF_8));
    return ExitCode.DONE;
  }

  private Map<String, Object> tree(CheckedSpec draft) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("project", draft.spec().project());
    tree.put("deployment", Map.of("name", name));
    tree.put("image", image);
    tree.put("replicas", replicas);
    if (!ports.isEmpty()) tree.put("ports", ports);
    return tree;
  }
}
