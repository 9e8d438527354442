/// What passes between daemons arrives as it was sent.
@NullMarked
package io.helyos.daemon.wire;

import org.jspecify.annotations.NullMarked;
