package io.helyos.model.pod;

/// Where a user's command may run: the container that was the pod's when it was asked for.
public record ExecPlace(String node, String container, long incarnation, int attempt) {}
