/// Where effects go: from what an entity wants to be true to a message for another entity, an
/// agent, the scheduler or a timer, and from the answer back to a command. The shell only carries
/// the messages.
@NullMarked
package io.helyos.model.delivery;

import org.jspecify.annotations.NullMarked;
