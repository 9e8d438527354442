/// The command line as a process of its own against a daemon that is one too: what a script sees,
/// by exit code, standard output and standard error. Nothing here is made up but the nodes.
@NullMarked
package io.helyos.cli.real;

import org.jspecify.annotations.NullMarked;
