package io.helyos.contract.spec;

import java.util.List;

/// What a container may do beyond or below the engine's default.
///
/// @param addCapabilities in capitals and without the `CAP_` prefix
/// @param dropCapabilities likewise, or `ALL`
public record IsolationSpec(
    List<String> addCapabilities,
    List<String> dropCapabilities,
    List<String> securityOptions,
    boolean readonlyRootfs) {
  public static final IsolationSpec DEFAULT =
      new IsolationSpec(List.of(), List.of(), List.of(), false);

  public IsolationSpec {
    addCapabilities = List.copyOf(addCapabilities);
    dropCapabilities = List.copyOf(dropCapabilities);
    securityOptions = List.copyOf(securityOptions);
  }
}
