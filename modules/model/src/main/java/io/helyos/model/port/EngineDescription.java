package io.helyos.model.port;

/// What a machine's engine says of itself.
///
/// @param architecture as images name it: `amd64`, `arm64`
public record EngineDescription(
    String version, String architecture, int cpus, long memoryBytes, String hostname) {}
