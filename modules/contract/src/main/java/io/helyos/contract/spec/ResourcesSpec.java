package io.helyos.contract.spec;

import java.util.OptionalLong;

/// Limits of a container; empty means none.
///
/// @param cpuMillis thousandths of a core
public record ResourcesSpec(OptionalLong memoryBytes, OptionalLong cpuMillis) {
  public static final ResourcesSpec UNLIMITED =
      new ResourcesSpec(OptionalLong.empty(), OptionalLong.empty());
}
