/// The cluster as one picture: the fold of all events into one row for each entity. Each daemon
/// keeps such a picture; lists, watches, the scheduler and the delivery of effects read it.
@NullMarked
package io.helyos.model.view;

import org.jspecify.annotations.NullMarked;
