/// Lists that stay open: a table, and then a line for each change, fed by the event stream of the
/// daemon. List commands extend it and `wait` waits with it. It never polls: without an event it
/// asks nothing.
@NullMarked
package io.helyos.cli.watch;

import org.jspecify.annotations.NullMarked;
