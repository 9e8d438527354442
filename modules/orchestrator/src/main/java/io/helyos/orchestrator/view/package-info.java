/// This daemon's picture of the cluster, fed by its own entities before they answer and by the
/// journal at the start. It decides nothing.
@NullMarked
package io.helyos.orchestrator.view;

import org.jspecify.annotations.NullMarked;
