/// The pod: the life of one slot of a deployment, from its first placement to its end. Commanded by
/// its deployment and by news from its node's agent; it knows neither Docker nor the other pods.
@NullMarked
package io.helyos.model.pod;

import org.jspecify.annotations.NullMarked;
