package io.helyos.contract.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/// What shall hold for the whole cluster from now on.
///
/// @param key `scheduler` or `node-timeout`
/// @param value in the words of people; an empty one stands for what is usual
public record ConfigRequest(
    @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String key,
    @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String value) {}
