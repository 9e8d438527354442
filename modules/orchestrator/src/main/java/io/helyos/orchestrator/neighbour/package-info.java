/// The other daemons of the cluster: what each says of itself every second, and the orders that are
/// passed on to the one that commands a node. Called by the core and by whoever carries orders.
/// What is heard here is soft: it is never journalled, and it decides nothing.
@NullMarked
package io.helyos.orchestrator.neighbour;

import org.jspecify.annotations.NullMarked;
