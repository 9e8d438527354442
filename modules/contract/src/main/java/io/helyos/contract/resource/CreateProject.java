package io.helyos.contract.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/// A project to make.
public record CreateProject(
    @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String name) {}
