package io.helyos.model.project;

/// What a deployment hears when its project knows it.
///
/// @param suspended whether the project is
public record Listed(boolean suspended) {}
