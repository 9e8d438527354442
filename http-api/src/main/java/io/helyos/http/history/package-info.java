/// What was: the history of one thing, the causes of what it is like, and any read as of an earlier
/// time. Reads the journal, changes nothing.
@NullMarked
package io.helyos.http.history;

import org.jspecify.annotations.NullMarked;
