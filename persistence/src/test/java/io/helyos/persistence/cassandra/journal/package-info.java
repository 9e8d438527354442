/// Tests on a real Cassandra.
@NullMarked
package io.helyos.persistence.cassandra.journal;

import org.jspecify.annotations.NullMarked;
