/// Copying files out of the containers of pods and into them, as tar archives. Used by the command
/// line and by whoever tests against a cluster; it packs and unpacks nothing.
@NullMarked
package io.helyos.client.files;

import org.jspecify.annotations.NullMarked;
