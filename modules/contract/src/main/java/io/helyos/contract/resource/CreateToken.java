package io.helyos.contract.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/// A token to make.
///
/// @param scope left out: `admin`
/// @param ttlSecs left out: it never expires
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
public record CreateToken(
    @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String name,
    @Nullable String scope,
    @Nullable Long ttlSecs) {}
