/// Taking changes back and restoring projects: the plan is shown, and carried out when the person
/// agrees to it. What the plan is, the daemon decides.
@NullMarked
package io.helyos.cli.undo;

import org.jspecify.annotations.NullMarked;
