/// The watch over the machines: one daemon of the cluster listens on behalf of all, tells the
/// cluster who is silent, and wakes what a lost daemon has left undone. It reports; the cluster
/// decides.
@NullMarked
package io.helyos.orchestrator.watch;

import org.jspecify.annotations.NullMarked;
