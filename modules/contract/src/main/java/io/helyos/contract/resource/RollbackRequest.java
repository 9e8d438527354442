package io.helyos.contract.resource;

import org.jspecify.annotations.Nullable;

/// To which revision a deployment returns; the last other one that completed when it is left out.
public record RollbackRequest(@Nullable Integer revision) {}
