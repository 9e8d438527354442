package io.helyos.contract.resource;

import org.jspecify.annotations.Nullable;

/// In what one field differs.
///
/// @param field as in a spec, `env.LOG` or `resources.memory`
/// @param from null when it was not there
/// @param to null when it is there no more
public record FieldChange(String field, @Nullable String from, @Nullable String to) {}
