/// The journal of a single daemon: Pekko's journal and snapshot store, and the feed over all
/// events, on one SQLite file with one writer thread. The daemon names the plugins in its
/// configuration, entities write through them, readers use the feed. It never looks into an event.
///
/// The tables, as any SQLite tool shows them:
///
/// ```sql
/// CREATE TABLE entity (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
///                      deleted INTEGER NOT NULL DEFAULT 0);
/// CREATE TABLE event (place INTEGER PRIMARY KEY, entity INTEGER NOT NULL,
///                     sequence INTEGER NOT NULL, content BLOB NOT NULL,
///                     UNIQUE (entity, sequence));
/// CREATE TABLE snapshot (entity INTEGER NOT NULL, sequence INTEGER NOT NULL,
///                        time INTEGER NOT NULL, content BLOB NOT NULL,
///                        PRIMARY KEY (entity, sequence));
/// ```
///
/// `entity.name` is the persistence id, written once and referred to by its number; up to `deleted`
/// its events are no longer replayed. `event.place` above zero is the feed's offset, 1, 2, 3, ...,
/// and `content` is then a `Recorded` in the layout of
/// [io.helyos.persistence.serialization.RecordedFormat]. What Pekko stores for itself (the memory
/// of cluster sharding) stands under places below zero, in the layout of [ForeignContent], and has
/// no offset. A second event with the same entity and sequence is refused by the unique key.
@NullMarked
package io.helyos.persistence.embedded;

import org.jspecify.annotations.NullMarked;
