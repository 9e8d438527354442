package io.helyos.contract.resource;

/// What a walk over the whole journal has found.
///
/// @param whole whether nothing is missing, moved or changed
/// @param events so many are in it; 0 when it is not whole
/// @param entities so many have events; 0 when it is not whole
/// @param sum over all of them in their order; empty when it is not whole
/// @param entity whose chain is broken; empty when that cannot be said, or nothing is
/// @param sequence of the first event that is wrong or missing; 0 for none
/// @param message what was expected and found
public record AuditResource(
    boolean whole,
    long events,
    int entities,
    String sum,
    String entity,
    long sequence,
    String message) {}
