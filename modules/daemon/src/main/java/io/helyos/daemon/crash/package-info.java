/// Crash points at work: every engine and every order store of the daemon is put behind one of
/// these when the daemon is wired, always, and passes a named point before and after each call.
/// They do nothing unless the property `helyos.crash-at` names a point; then the process ends there
/// as if it had been killed. They never change what is asked or answered.
///
/// The names stand with the ports, in [io.helyos.model.port.OutsideCall]: they are the only
/// vocabulary that all edges share, and the edges do not know each other. The journal passes its
/// own points, as it is reached through Pekko and no port.
@NullMarked
package io.helyos.daemon.crash;

import org.jspecify.annotations.NullMarked;
