/// Pekko's journal on Cassandra, with one addition: whatever is durable is announced to the feed.
/// Named in `helyos-cassandra.conf`; entities write through it as through any other journal.
@NullMarked
package io.helyos.persistence.cassandra.journal;

import org.jspecify.annotations.NullMarked;
