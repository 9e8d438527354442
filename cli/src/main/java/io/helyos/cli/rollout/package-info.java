/// Rollouts as a person steers them: how far one is, the revisions, pausing, going back, making all
/// pods anew, and in what two revisions or a file differ.
@NullMarked
package io.helyos.cli.rollout;

import org.jspecify.annotations.NullMarked;
