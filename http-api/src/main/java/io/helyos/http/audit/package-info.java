/// Proof that the journal is whole: the chains computed anew, and signed checkpoints to keep
/// elsewhere. Maps what the audit of the core finds to answers; it concludes nothing by itself.
@NullMarked
package io.helyos.http.audit;

import org.jspecify.annotations.NullMarked;
