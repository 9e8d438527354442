/// Users' own hands in containers: commands that they run there and files that they copy. Called by
/// the front doors, with a place that a pod has allowed. Bytes go straight between the front door
/// and the engine of the node; nothing of them passes an entity, and nothing is kept.
@NullMarked
package io.helyos.orchestrator.access;

import org.jspecify.annotations.NullMarked;
