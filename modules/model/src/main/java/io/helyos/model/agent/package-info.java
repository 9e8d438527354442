/// What the agent on a machine decides: from its orders and from what the engine lists to the next
/// action on each pod. The agent's actor only carries these out.
@NullMarked
package io.helyos.model.agent;

import org.jspecify.annotations.NullMarked;
