package io.helyos.contract.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whose a field of a deployment is.
///
/// @param field as in a spec
/// @param former value, null when there was none
/// @param author of the change that gave it this value
/// @param action in one word, `scaled`
public record BlameResource(
    String field,
    String value,
    @Nullable String former,
    String author,
    Instant time,
    String change,
    String action) {}
