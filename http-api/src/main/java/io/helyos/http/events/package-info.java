/// The stream of events: one reader of the feed for all clients, each client's place and filter,
/// and events in the shape and words that clients read. Called by the front door; it shows the
/// journal and never adds to it.
@NullMarked
package io.helyos.http.events;

import org.jspecify.annotations.NullMarked;
