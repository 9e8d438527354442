package io.helyos.model.port;

import io.helyos.model.template.ProcessSpec;
import io.helyos.model.template.PublishedPort;
import io.helyos.model.template.Resources;
import io.helyos.model.template.StopPolicy;
import io.helyos.model.template.VolumeSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A container as an engine is to create it: everything decided, nothing left to the adapter but
/// translation. The engine's own restart policy is always none.
///
/// @param network name of a network, or `host`, or `none`, or that [#networkOf] another container
/// @param volumes named ones carry the name that the engine shall use
/// @param ports published ports with their granted host ports
/// @param dropCapabilities by name without the `CAP_` prefix
/// @param pidsLimit most processes and threads in the container
/// @param logMaxBytes of one log file, of which [#logFiles] are kept
public record ContainerSpec(
    String name,
    String image,
    Map<String, String> labels,
    ProcessSpec process,
    List<VolumeSpec> volumes,
    String network,
    List<PublishedPort> ports,
    Resources resources,
    StopPolicy stop,
    List<String> addCapabilities,
    List<String> dropCapabilities,
    List<String> securityOptions,
    boolean readonlyRootfs,
    long pidsLimit,
    long logMaxBytes,
    int logFiles) {
  public ContainerSpec {
    labels = Map.copyOf(labels);
    volumes = List.copyOf(volumes);
    ports = List.copyOf(ports);
    addCapabilities = List.copyOf(addCapabilities);
    dropCapabilities = List.copyOf(dropCapabilities);
    securityOptions = List.copyOf(securityOptions);
  }

  private static final String SHARED = "container:";

  /// The network, host name and addresses of another container, by its name: whichever container
  /// has that name when this one is started.
  public static String networkOf(String container) {
    return SHARED + container;
  }

  /// The name of the container whose network this one shares; empty when it has one of its own.
  public Optional<String> sharesNetworkOf() {
    return network.startsWith(SHARED)
        ? Optional.of(network.substring(SHARED.length()))
        : Optional.empty();
  }
}
