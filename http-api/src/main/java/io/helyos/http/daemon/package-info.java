/// The routes that tell of the daemon itself: health, readiness, version, and the description of
/// the API. Called by the front door; probes and new clients ask here first.
@NullMarked
package io.helyos.http.daemon;

import org.jspecify.annotations.NullMarked;
