/// A real Cassandra for tests and benchmarks.
@NullMarked
package io.helyos.persistence.cassandra.server;

import org.jspecify.annotations.NullMarked;
