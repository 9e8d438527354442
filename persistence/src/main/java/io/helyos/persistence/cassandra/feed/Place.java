package io.helyos.persistence.cassandra.feed;

/// Where an event stands: in its entity's life and in the feed.
record Place(String entity, long sequence, long offset) {}
