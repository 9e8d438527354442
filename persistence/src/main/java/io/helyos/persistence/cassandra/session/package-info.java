/// The way to Cassandra: which servers, which keyspace with which tables, and the one session that
/// journal, snapshot store and feed share. The daemon opens it before any entity lives; whoever
/// waits for it waits until Cassandra is there. It knows nothing of events.
@NullMarked
package io.helyos.persistence.cassandra.session;

import org.jspecify.annotations.NullMarked;
