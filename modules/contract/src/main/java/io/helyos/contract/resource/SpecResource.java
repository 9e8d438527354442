package io.helyos.contract.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A deployment's spec in the shape that existing clients decode. What this shape cannot say is
/// null or left out here and told in full by [DeploymentResource#template].
///
/// @param ports container ports only
/// @param secrets names only
/// @param restart `always`, `onfailure` or `never`
public record SpecResource(
    String project,
    Name deployment,
    int replicas,
    String image,
    List<Integer> ports,
    Map<String, String> env,
    List<VolumeResource> volumes,
    List<String> secrets,
    @Nullable Network network,
    @Nullable Healthcheck healthcheck,
    String restart,
    @Nullable Limits resources) {
  public SpecResource {
    ports = Absent.list(ports);
    env = Absent.map(env);
    volumes = Absent.list(volumes);
    secrets = Absent.list(secrets);
  }

  /// The deployment's name, in an object of its own as in a spec.
  public record Name(String name) {}

  /// How it is reached from outside.
  public record Network(
      @JsonProperty("public") boolean isPublic, @Nullable String domain, boolean https) {}

  /// An HTTP probe; durations as in a spec, `10s`.
  public record Healthcheck(String path, String interval, String timeout, int retries) {}

  /// What a pod may use; memory as in a spec, `512m`, and CPU in cores.
  public record Limits(String memory, double cpu) {}
}
