/// Whose logs can be read, and the lines themselves: containers are found by their labels on the
/// engines of the nodes where pods are. Called by the front doors. Nothing of it passes an entity,
/// and nothing is kept.
@NullMarked
package io.helyos.orchestrator.logs;

import org.jspecify.annotations.NullMarked;
