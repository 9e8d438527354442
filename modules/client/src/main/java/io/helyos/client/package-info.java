/// The HTTP API of a daemon as typed Java: the command line, the load tests and users' own tests
/// call it. It blocks the calling thread, repeats only what is safe to repeat, and lets a caller
/// read its own writes. It decides nothing that the daemon decides.
@NullMarked
package io.helyos.client;

import org.jspecify.annotations.NullMarked;
