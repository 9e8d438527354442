package io.helyos.contract.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// One fault of a document that was refused.
///
/// @param line counted from 1, 0 when the fault has no place
/// @param column counted from 1
/// @param path `deployment.name`, `ports[1]`
/// @param code stable word for programs
/// @param detail what was expected and what was found
/// @param suggestion the nearest right word, if there is one
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
    int line, int column, String path, String code, String detail, @Nullable String suggestion) {}
