package io.helyos.cli.logs;

import io.helyos.cli.deployment.DeploymentName;
import io.helyos.cli.shell.Shell;
import io.helyos.client.failure.FailureKind;
import io.helyos.client.failure.RequestRefused;
import io.helyos.client.stream.LogQuery.OfDeployment;
import io.helyos.client.stream.LogQuery.OfPod;
import io.helyos.client.stream.LogQuery.Whose;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Whose lines: of a deployment or of a pod. A name can be read as either, and what exists decides.
final class LogTarget {
  private static final String POD = "helyos-.+-[0-9]+";

  @Parameters(
      index = "0",
      paramLabel = "DEPLOYMENT|POD",
      description = "api, shop/api or deployment/shop/api; helyos-shop-api-0, api-0 or pod/api-0.")
  String name = "";

  @Option(
      names = {"-p", "--project"},
      paramLabel = "PROJECT",
      description = "Its project, unless the name says it.")
  Optional<String> project = Optional.empty();

  @Option(
      names = "--pod",
      paramLabel = "POD",
      description = "Only this pod of the deployment: its name or index.")
  Optional<String> pod = Optional.empty();

  /// Tries what the name may mean, the likeliest first. What is said of that is said when nothing
  /// is found.
  <T> T find(Shell shell, Function<Whose, T> open) {
    var meanings = meanings(shell);
    RequestRefused first = null;
    for (var whose : meanings) {
      try {
        return open.apply(whose);
      } catch (RequestRefused e) {
        // A pod without a previous container is found, and has no log.
        if (e.kind() != FailureKind.NOT_FOUND) throw e;
        if (first == null) first = e;
      }
    }
    throw first == null ? new IllegalStateException("A name means something.") : first;
  }

  String project(Shell shell) {
    return name.startsWith("pod/") ? shell.project(project) : deployment(shell).project();
  }

  private List<Whose> meanings(Shell shell) {
    var deployment = deployment(shell);
    var whole = new OfDeployment(deployment.project(), deployment.name(), pod);
    if (name.startsWith("deployment/") || pod.isPresent()) return List.of(whole);
    if (name.startsWith("pod/")) return pods(name.substring(4), shell).toList();
    if (name.matches(POD)) return Stream.concat(pods(name, shell), Stream.of(whole)).toList();
    if (!name.matches("[^/]+-[0-9]+")) return List.of(whole);
    return Stream.concat(Stream.of(whole), pods(name, shell)).toList();
  }

  private Stream<Whose> pods(String written, Shell shell) {
    return written.matches(POD)
        ? Stream.of(new OfPod(written))
        : Stream.of(new OfPod("helyos-%s-%s".formatted(shell.project(project), written)));
  }

  private DeploymentName.Full deployment(Shell shell) {
    return DeploymentName.full(name, project, shell);
  }
}
