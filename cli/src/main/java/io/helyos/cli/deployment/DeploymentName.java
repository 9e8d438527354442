package io.helyos.cli.deployment;

import io.helyos.cli.shell.Shell;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The deployment that a command is about. `-o name` prints `deployment/shop/api`, and every
/// command takes that back.
public final class DeploymentName {
  @Parameters(
      index = "0",
      paramLabel = "DEPLOYMENT",
      description = "api, shop/api or deployment/shop/api.")
  String name = "";

  @Option(
      names = {"-p", "--project"},
      paramLabel = "PROJECT",
      description = "Its project, unless the name says it.")
  Optional<String> project = Optional.empty();

  /// A deployment of a project.
  public record Full(String project, String name) {
    @Override
    public String toString() {
      return project + "/" + name;
    }
  }

  public Full full(Shell shell) {
    return full(name, project, shell);
  }

  /// Reads a name as users write it.
  public static Full full(String written, Optional<String> project, Shell shell) {
    var bare = written.startsWith("deployment/") ? written.substring(11) : written;
    var slash = bare.indexOf('/');
    if (slash > 0) return new Full(bare.substring(0, slash), bare.substring(slash + 1));
    return new Full(shell.project(project), bare);
  }
}
