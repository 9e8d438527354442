/// `helyos wait`: holds a script until something is as it should be. It follows the event stream
/// and never polls.
@NullMarked
package io.helyos.cli.waiting;

import org.jspecify.annotations.NullMarked;
