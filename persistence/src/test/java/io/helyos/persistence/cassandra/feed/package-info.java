/// Tests on a real Cassandra.
@NullMarked
package io.helyos.persistence.cassandra.feed;

import org.jspecify.annotations.NullMarked;
