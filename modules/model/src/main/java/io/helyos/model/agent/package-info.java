/// What an agent is told and remembers. Written by the delivery of a pod's effects, kept in the
/// agent's order file, compared with the engine by the reconciliation.
@NullMarked
package io.helyos.model.agent;

import org.jspecify.annotations.NullMarked;
