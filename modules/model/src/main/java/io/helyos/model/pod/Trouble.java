package io.helyos.model.pod;

/// Why a pod is not running: a reason from the specification's list, and a message that says what
/// to do.
public record Trouble(String reason, String message) {}
