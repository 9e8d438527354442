package io.helyos.contract.resource;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/// The body that answers a dry run: the object as it would be, and beside it the way there.
public record Planned<T>(@JsonUnwrapped T object, PlanResource plan) {}
