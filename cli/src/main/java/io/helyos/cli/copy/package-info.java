/// `helyos cp`: files between a pod and this machine. Packs and unpacks tar archives here; nothing
/// that comes out of a pod is written outside of where it was asked to.
@NullMarked
package io.helyos.cli.copy;

import org.jspecify.annotations.NullMarked;
