/// The desk of a container's place in a pod, on one machine: all that the agent knows and decides
/// about it. A pod of several has one for each; none knows of the others. From orders, the engine's
/// news, answers and the time to the next call on the engine, the next report and the next question
/// to the container. The agent's actor and the simulator only carry these out; nothing here waits,
/// calls or sends.
@NullMarked
package io.helyos.model.desk;

import org.jspecify.annotations.NullMarked;
