package io.helyos.model.port;

/// What came of a command in a container.
///
/// @param output the end of what it wrote to both its outputs, at most 4 KiB
public record ExecResult(int exitCode, String output) {}
