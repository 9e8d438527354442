/// Taking changes back and restoring projects: the plan is shown under a tag, and whoever sends the
/// tag gets that plan carried out, wholly or not at all. The model makes the plans; here they are
/// asked for, shown and sent into the core step by step.
@NullMarked
package io.helyos.http.undo;

import org.jspecify.annotations.NullMarked;
