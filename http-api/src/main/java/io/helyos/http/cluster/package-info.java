/// The routes of what holds for the whole cluster. Called by the front door; what may be chosen,
/// the cluster's entity decides.
@NullMarked
package io.helyos.http.cluster;

import org.jspecify.annotations.NullMarked;
