/// The events of the journal as a person follows them. It shows them in the order of their offsets
/// and interprets none.
@NullMarked
package io.helyos.cli.event;

import org.jspecify.annotations.NullMarked;
