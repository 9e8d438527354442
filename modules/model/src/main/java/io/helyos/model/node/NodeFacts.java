package io.helyos.model.node;

/// What a machine says of itself when it registers.
///
/// @param address where its published ports are reached
/// @param firstPort lowest host port that the node may grant
/// @param lastPort highest host port that the node may grant
/// @param maxPods as many pods as may be placed on it
public record NodeFacts(
    String address,
    String architecture,
    String engineVersion,
    long cpuMillis,
    long memoryBytes,
    int firstPort,
    int lastPort,
    int maxPods) {
  public static final int FIRST_PORT = 20_000;
  public static final int LAST_PORT = 32_767;
  public static final int MAX_PODS = 110;
}
