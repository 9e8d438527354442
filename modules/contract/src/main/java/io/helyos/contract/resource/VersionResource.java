package io.helyos.contract.resource;

/// Who answers.
///
/// @param version of the daemon
/// @param api the version in the paths, `v1`
/// @param node the daemon's name
/// @param cluster the cluster's id, empty while the daemon starts
/// @param engine name and version of its container engine, empty while unknown
public record VersionResource(
    String version, String api, String node, String cluster, String engine) {
  public VersionResource {
    api = Absent.text(api);
    node = Absent.text(node);
    cluster = Absent.text(cluster);
    engine = Absent.text(engine);
  }
}
