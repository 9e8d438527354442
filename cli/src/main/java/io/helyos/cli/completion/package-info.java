/// Completion for shells: three small scripts that ask this program, which knows its own commands
/// and asks the daemon for live names. It never fails loudly: a completion that does not work must
/// not get in the way of typing.
@NullMarked
package io.helyos.cli.completion;

import org.jspecify.annotations.NullMarked;
