/// SQLite as a log that does not lie: one thread writes, and everything that waits for it is
/// committed with one fsync; others read beside it. The journal and the order file stand on it. It
/// never knows what its rows mean.
@NullMarked
package io.helyos.persistence.sqlite;

import org.jspecify.annotations.NullMarked;
