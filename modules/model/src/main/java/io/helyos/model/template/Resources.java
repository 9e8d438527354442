package io.helyos.model.template;

/// Limits that the engine enforces and the scheduler counts; 0 means none.
///
/// @param memoryBytes at least 6 MiB when set, the least that Docker takes
/// @param cpuMillis thousandths of a core
public record Resources(long memoryBytes, long cpuMillis) {
  public static final Resources UNLIMITED = new Resources(0, 0);
}
