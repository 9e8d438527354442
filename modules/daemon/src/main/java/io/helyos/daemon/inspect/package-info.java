/// What stands in a journal, for people who look into one without a daemon: its entities, the
/// events of one of them, and what this build cannot read. Reads only, and explains nothing away.
@NullMarked
package io.helyos.daemon.inspect;

import org.jspecify.annotations.NullMarked;
