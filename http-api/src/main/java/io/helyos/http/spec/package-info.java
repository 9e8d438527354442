/// From the spec that users write to the template that the model keeps, and back to the shapes that
/// the API shows. Called by the routes of deployments; it checks nothing, the contract has.
@NullMarked
package io.helyos.http.spec;

import org.jspecify.annotations.NullMarked;
