/// Processes that are killed while they write, and the log of what they had promised by then. It
/// shares no code with what is tested.
@NullMarked
package io.helyos.persistence.killed;

import org.jspecify.annotations.NullMarked;
