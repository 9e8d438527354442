/// The feed of a cluster whose journal is Cassandra. Every daemon's journal tells how far each
/// entity is, again and again until the feed has it; one writer in the whole cluster gives out the
/// offsets, in rows of references; every daemon reads them and looks the events up in the journal.
/// Nobody here looks into an event.
///
/// `feed (bucket, first, count, writer, runs)` is the truth: a row holds the offsets from `first`
/// on, `runs` are an entity, its first sequence and how many. A row begins where the last one ends
/// and is only written if there is none yet, so whoever writes beside the writer is refused, and
/// what stands there stays. `feed_places` and `feed_checkpoint` are made from it and could be made
/// again: where an entity's events stand, up to an offset.
@NullMarked
package io.helyos.persistence.cassandra.feed;

import org.jspecify.annotations.NullMarked;
