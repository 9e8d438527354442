/// The daemons of a cluster, as they say in its journal's database where they are. So a daemon that
/// starts finds the others, and never begins a second cluster beside the first. Used by the daemon
/// when it starts and ends.
@NullMarked
package io.helyos.persistence.cassandra.members;

import org.jspecify.annotations.NullMarked;
