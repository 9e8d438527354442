/// Whether the journal is what was written, as a person asks for it. The daemon computes; a
/// checkpoint is a file here, to be kept where the daemon's machine cannot reach it.
@NullMarked
package io.helyos.cli.audit;

import org.jspecify.annotations.NullMarked;
