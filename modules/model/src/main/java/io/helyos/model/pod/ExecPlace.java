package io.helyos.model.pod;

/// Where a user may go, to run a command or to copy files: the container that was the pod's when it
/// was asked for.
public record ExecPlace(String node, String container, long incarnation, int attempt) {}
