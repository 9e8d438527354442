package io.helyos.cli.completion;

import io.helyos.cli.shell.Shell;
import io.helyos.client.HelyosClient;
import io.helyos.client.Listing;
import io.helyos.client.failure.HelyosException;
import io.helyos.client.http.Endpoint;
import io.helyos.client.http.ReadMark;
import io.helyos.contract.resource.DeploymentResource;
import io.helyos.contract.resource.NodeResource;
import io.helyos.contract.resource.PodResource;
import io.helyos.contract.resource.ProjectResource;
import io.helyos.contract.resource.TokenResource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Names that exist now, by the label of the argument that wants one: for completion, and for a
/// hint when a name was not found.
public final class LiveNames {
  /// Longer, and the person has typed the name.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Shell shell;
  private final Map<String, String> given;

  /// @param given values of the options that stand on the line
  public LiveNames(Shell shell, Map<String, String> given) {
    this.shell = shell;
    this.given = given;
  }

  public Stream<String> of(String label) {
    try {
      return switch (label) {
        case "CONTEXT" -> shell.configFile().load().contexts().keySet().stream();
        case "DEPLOYMENT" -> client().deployments(listing()).stream().map(this::written);
        case "DEPLOYMENT|POD" -> Stream.concat(of("DEPLOYMENT"), of("POD"));
        case "POD" -> client().pods(listing()).stream().map(PodResource::name);
        case "PROJECT" -> client().projects().stream().map(ProjectResource::name);
        case "NODE" -> client().nodes().stream().map(NodeResource::name);
        case "TOKEN" -> client().tokens().all().stream().map(TokenResource::name);
        case "SHELL" -> Stream.of("bash", "zsh", "fish");
        default -> Stream.empty();
      };
    } catch (HelyosException e) {
      // No names are better than a message in the middle of a line.
      return Stream.empty();
    }
  }

  private Listing listing() {
    return new Listing(Optional.ofNullable(given.get("--project")), Optional.empty());
  }

  /// The short name where the project is settled, else with its project.
  private String written(DeploymentResource deployment) {
    var settled = shell.project(listing().project());
    return deployment.project().equals(settled)
        ? deployment.name()
        : deployment.project() + "/" + deployment.name();
  }

  private HelyosClient client() {
    var endpoint = shell.target().endpoint();
    var hasty =
        new Endpoint(
            endpoint.server(),
            endpoint.others(),
            endpoint.token(),
            endpoint.authority(),
            endpoint.insecure(),
            PATIENCE,
            PATIENCE,
            endpoint.agent());
    return new HelyosClient(hasty, ReadMark.inMemory());
  }
}
