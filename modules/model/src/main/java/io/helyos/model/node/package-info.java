/// The node: what may run on one machine. Its one writer grants room for pods, so nothing is
/// oversold. Asked by pods, told by its agent; it never chooses a pod.
@NullMarked
package io.helyos.model.node;

import org.jspecify.annotations.NullMarked;
