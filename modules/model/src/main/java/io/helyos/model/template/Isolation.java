package io.helyos.model.template;

import java.util.List;

/// What the container may do beyond or below the engine's default. The front doors have checked it
/// against the project's policy.
public record Isolation(
    List<String> addCapabilities,
    List<String> dropCapabilities,
    List<String> securityOptions,
    boolean readonlyRootfs) {
  public static final Isolation DEFAULT = new Isolation(List.of(), List.of(), List.of(), false);

  public Isolation {
    addCapabilities = List.copyOf(addCapabilities);
    dropCapabilities = List.copyOf(dropCapabilities);
    securityOptions = List.copyOf(securityOptions);
  }
}
