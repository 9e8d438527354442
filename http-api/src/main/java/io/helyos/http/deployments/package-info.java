/// The routes of deployments: deploy, list, show, scale, stop, delete, and the shape in which they
/// are shown. Called by the front door; whether a deployment may change, its entity decides.
@NullMarked
package io.helyos.http.deployments;

import org.jspecify.annotations.NullMarked;
