/// The agent on a machine: carries out orders against the engine and reports what happened. What to
/// do next about a pod is decided by the model.
@NullMarked
package io.helyos.orchestrator.agent;

import org.jspecify.annotations.NullMarked;
