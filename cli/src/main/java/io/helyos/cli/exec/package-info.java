/// `helyos exec`: a person's streams and terminal on one side, a command in a pod's container on
/// the other. Called by the command line; what the command may do is for the daemon to say.
@NullMarked
package io.helyos.cli.exec;

import org.jspecify.annotations.NullMarked;
