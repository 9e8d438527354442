/// Talking with a command in the container of a pod. Used by the command line and by whoever tests
/// against a cluster; it knows no terminal, only bytes.
@NullMarked
package io.helyos.client.exec;

import org.jspecify.annotations.NullMarked;
