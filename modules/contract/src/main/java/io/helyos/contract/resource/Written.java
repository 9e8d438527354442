package io.helyos.contract.resource;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/// The body that answers a write: the fields of the object, and beside them those of the change.
public record Written<T>(@JsonUnwrapped T object, @JsonUnwrapped ChangeAnswer answer) {}
