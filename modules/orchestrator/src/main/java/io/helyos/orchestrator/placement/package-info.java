/// The scheduler's desk: answers each pod's question for a node from the view, and remembers what
/// it has just answered until the view shows it.
@NullMarked
package io.helyos.orchestrator.placement;

import org.jspecify.annotations.NullMarked;
