/// Whether this process has been awake. Asked by the shell before each write and by the agents
/// before each call that changes something, since whoever was frozen may have been replaced
/// meanwhile.
@NullMarked
package io.helyos.orchestrator.pulse;

import org.jspecify.annotations.NullMarked;
