/// What deployments have used of the cluster and how well they ran, counted from their events
/// alone. Used by those who answer questions; no decision rests on it, and nothing in it is
/// measured.
@NullMarked
package io.helyos.model.usage;

import org.jspecify.annotations.NullMarked;
