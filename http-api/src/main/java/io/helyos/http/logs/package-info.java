/// The logs of containers as a stream: of one pod or of all pods of a deployment, also of those
/// that start while somebody watches. Called by the front door; bytes go by no entity.
@NullMarked
package io.helyos.http.logs;

import org.jspecify.annotations.NullMarked;
