/// The logs of containers as a stream: of one pod or of all pods of a deployment, over restarts and
/// with pods that come while somebody reads. Called by the front door. Every frame says where its
/// reader stands, so nothing is remembered here of a reader that has gone, and a reader that takes
/// nothing holds nothing up.
@NullMarked
package io.helyos.http.logs;

import org.jspecify.annotations.NullMarked;
