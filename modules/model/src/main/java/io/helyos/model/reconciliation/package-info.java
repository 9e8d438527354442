/// What the agent on a machine decides: from an order and from what the engine lists to the next
/// action on that pod. The agent's actor only carries these out.
@NullMarked
package io.helyos.model.reconciliation;

import org.jspecify.annotations.NullMarked;
