package io.helyos.model.view;

import io.helyos.model.EntityId;
import java.time.Instant;

/// An entity as it stands in the view.
///
/// @param sequence of the last event folded in
/// @param createdAt when it last came into being
/// @param updatedAt the time of the last event
public record Row<S>(EntityId id, S state, long sequence, Instant createdAt, Instant updatedAt) {}
