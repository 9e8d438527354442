/// Probes: one question to a container over http, over tcp or by a command in it. The agent asks
/// near the container and decides what an answer means; this package only asks. All questions over
/// the network share one thread. It resolves no name, follows no redirection, sends nothing to an
/// address that the engine did not give, and reads only the beginning of an answer.
@NullMarked
package io.helyos.orchestrator.probe;

import org.jspecify.annotations.NullMarked;
