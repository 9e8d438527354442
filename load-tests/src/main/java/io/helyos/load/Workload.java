package io.helyos.load;

/// What is deployed: containers of the tests' own image, whose program ends at once when it is
/// asked to. A program that ignores SIGTERM would measure the grace and nothing else.
final class Workload {
  static final String PROJECT = "load-test";

  static final String IMAGE = "helyos/test:1";

  private Workload() {}

  /// A deployment in the host's network, of an image that is not pulled.
  static String yaml(String name, int replicas) {
    return """
    project: %s
    deployment:
      name: %s
    image: %s
    replicas: %d
    pull: never
    network: {mode: host}
    """
        .formatted(PROJECT, name, IMAGE, replicas);
  }
}
