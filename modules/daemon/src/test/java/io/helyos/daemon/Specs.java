package io.helyos.daemon;

/// Specifications as a person writes them.
public final class Specs {
  private Specs() {}

  /// Of the test image, which serves until it is told to end.
  public static String of(String project, String deployment, int replicas, String... more) {
    return """
    project: %s
    deployment: {name: %s}
    image: helyos/test:1
    pull: never
    replicas: %d
    %s
    """
        .formatted(project, deployment, replicas, String.join("\n", more));
  }
}
