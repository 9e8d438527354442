/// The routes of rollouts: revisions, how far a rollout is, going back, pausing, restarting, and
/// what a deploy would do. Called by the front door; how a rollout goes on, its deployment decides.
@NullMarked
package io.helyos.http.rollouts;

import org.jspecify.annotations.NullMarked;
