/// What was, as a person asks for it: the events of one thing, the causes of what it is like, and
/// any list or description as of an earlier time. It shows what the daemon answers and concludes
/// nothing.
@NullMarked
package io.helyos.cli.history;

import org.jspecify.annotations.NullMarked;
