/// Tests on a real Cassandra.
@NullMarked
package io.helyos.persistence.cassandra.session;

import org.jspecify.annotations.NullMarked;
