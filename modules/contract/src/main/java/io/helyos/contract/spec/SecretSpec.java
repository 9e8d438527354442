package io.helyos.contract.spec;

import java.util.Optional;

/// A secret of the project that the container may see.
///
/// @param file where it is mounted; an environment variable of the same name when empty
public record SecretSpec(String name, Optional<String> file) {}
