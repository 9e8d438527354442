/// What is said when a request is refused: one table of the kinds of problems with their statuses,
/// and the exception that carries a problem to the edge. Thrown by every other package of the
/// native API; it never reads a request.
@NullMarked
package io.helyos.http.problem;

import org.jspecify.annotations.NullMarked;
