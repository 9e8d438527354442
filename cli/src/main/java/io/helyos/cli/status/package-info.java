/// How things stand at large: the cluster in a few numbers, and which versions talk to each other.
@NullMarked
package io.helyos.cli.status;

import org.jspecify.annotations.NullMarked;
