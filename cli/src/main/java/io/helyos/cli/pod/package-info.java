/// Pods for people: the table, and what `describe pod` tells, down to the evidence of why a pod is
/// as it is and what to do about it. It reads pods and changes none.
@NullMarked
package io.helyos.cli.pod;

import org.jspecify.annotations.NullMarked;
