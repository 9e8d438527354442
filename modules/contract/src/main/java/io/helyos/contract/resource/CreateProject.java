package io.helyos.contract.resource;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A project to make.
public record CreateProject(@JsonProperty(required = true) String name) {}
