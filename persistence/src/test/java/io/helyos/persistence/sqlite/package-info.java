/// Tests of the commit thread: what is grouped, what is refused, what is told.
@NullMarked
package io.helyos.persistence.sqlite;

import org.jspecify.annotations.NullMarked;
