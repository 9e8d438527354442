/// What the daemon's tests stand on: helyosd as a process of its own, engines that may be stopped,
/// and eyes that see the truth outside: containers as the engine tells them, the journal as its
/// file holds it. Nothing here asks Helyos whether Helyos is right.
@NullMarked
package io.helyos.daemon.harness;

import org.jspecify.annotations.NullMarked;
