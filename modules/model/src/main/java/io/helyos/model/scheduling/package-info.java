/// The scheduler: which node is to be asked for a pod, and why not the others. It guesses from the
/// view; the node decides.
@NullMarked
package io.helyos.model.scheduling;

import org.jspecify.annotations.NullMarked;
