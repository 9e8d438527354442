/// Checks of containers: from one answer after another to whether a container is well and gets
/// traffic. Used by the agent, which asks; it never asks itself and knows no network.
@NullMarked
package io.helyos.model.health;

import org.jspecify.annotations.NullMarked;
