package io.helyos.contract.resource;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;

/// A project.
public @JsonNaming(SnakeCaseStrategy.class) record ProjectResource(
    String name, ProjectStatus status, Instant createdAt) {}
