/// What daemons say to each other, as bytes. Made by Pekko from the names in `helyosd.conf`; nobody
/// else calls it, and it decides nothing.
@NullMarked
package io.helyos.daemon.wire;

import org.jspecify.annotations.NullMarked;
