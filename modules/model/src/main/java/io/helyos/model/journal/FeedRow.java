package io.helyos.model.journal;

import io.helyos.model.EntityId;

/// An event with its place: in the whole journal and in its entity's life.
///
/// @param offset dense and final over all events, from 1
/// @param sequence dense within the entity, from 1
public record FeedRow(long offset, EntityId entity, long sequence, Recorded recorded) {}
