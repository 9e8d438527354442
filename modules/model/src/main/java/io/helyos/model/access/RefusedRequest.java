package io.helyos.model.access;

import java.time.Instant;

/// A command that a daemon did not carry out.
///
/// @param author the name of its token; empty when it showed no good one
/// @param from the address that it came from, empty when that is not known
/// @param method of the request
/// @param path of the request, without its query
/// @param status that it was answered with
/// @param code of the problem that it was told
/// @param reason in words, as far as they repeat nothing from its body
public record RefusedRequest(
    Instant at,
    String author,
    String from,
    String method,
    String path,
    int status,
    String code,
    String reason) {}
