/// How a request becomes a command: its change id, the key under which it may be repeated, the
/// sequence that it insists on, and the answer with the mark that later reads can wait for. Used by
/// every route that changes something; it never looks into a command.
@NullMarked
package io.helyos.http.writes;

import org.jspecify.annotations.NullMarked;
