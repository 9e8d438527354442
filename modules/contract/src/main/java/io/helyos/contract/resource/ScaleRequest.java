package io.helyos.contract.resource;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How many pods a deployment shall have.
public record ScaleRequest(@JsonProperty(required = true) int replicas) {}
