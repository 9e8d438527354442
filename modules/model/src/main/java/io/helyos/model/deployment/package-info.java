/// The deployment: the desired state of a service, its revisions, and which slot shall run which of
/// them. Commanded by users and by its project, told by its pods; it never looks at a container.
@NullMarked
package io.helyos.model.deployment;

import org.jspecify.annotations.NullMarked;
