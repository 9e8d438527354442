/// The project: a name space for deployments, active or suspended. Commanded by users; told by its
/// deployments that they exist.
@NullMarked
package io.helyos.model.project;

import org.jspecify.annotations.NullMarked;
