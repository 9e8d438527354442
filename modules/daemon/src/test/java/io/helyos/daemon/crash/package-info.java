/// How a call, a stream and a death behave at a crash point.
@NullMarked
package io.helyos.daemon.crash;

import org.jspecify.annotations.NullMarked;
