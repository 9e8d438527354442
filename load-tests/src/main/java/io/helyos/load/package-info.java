/// How much it bears: one small program for each figure that we publish, run by `scripts/bench`.
/// Every program measures Helyos and a floor or peer in the same run and writes what it found into
/// `load-tests/results`, also when a target is missed. Nothing of the product depends on it, and it
/// never stops an engine or touches a container that it did not make.
@NullMarked
package io.helyos.load;

import org.jspecify.annotations.NullMarked;
