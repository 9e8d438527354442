/// Proof that the journal is what it was: every hash computed anew, and checkpoints, signed, that
/// somebody keeps elsewhere. Reads the feed only; the daemon and its tools call it.
@NullMarked
package io.helyos.orchestrator.audit;

import org.jspecify.annotations.NullMarked;
