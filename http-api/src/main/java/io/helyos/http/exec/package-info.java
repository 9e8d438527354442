/// Commands that users run in the containers of pods, over a WebSocket: the route, and the
/// conversation between the client and the engine. Called by the front door; whether a pod may be
/// entered its entity decides.
@NullMarked
package io.helyos.http.exec;

import org.jspecify.annotations.NullMarked;
