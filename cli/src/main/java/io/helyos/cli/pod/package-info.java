/// Pods for people: the table, and what `describe pod` tells. It reads pods and changes none.
@NullMarked
package io.helyos.cli.pod;

import org.jspecify.annotations.NullMarked;
