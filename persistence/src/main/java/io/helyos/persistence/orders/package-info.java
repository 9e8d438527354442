/// The agent's order file: what it was last told about each pod, on disk before the engine is
/// called. Only the agent of the same machine writes and reads it, through its port; it never
/// decides what an order means, and no other machine sees it.
///
/// One table: `pod_order (pod TEXT PRIMARY KEY, content BLOB NOT NULL)`, a row for each pod.
@NullMarked
package io.helyos.persistence.orders;

import org.jspecify.annotations.NullMarked;
