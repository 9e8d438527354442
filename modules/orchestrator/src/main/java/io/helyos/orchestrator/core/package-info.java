/// The parts put together: the core of one daemon, and the ways between entities, agents and the
/// scheduler. Made by the daemon; the front doors know it as an Orchestrator.
@NullMarked
package io.helyos.orchestrator.core;

import org.jspecify.annotations.NullMarked;
