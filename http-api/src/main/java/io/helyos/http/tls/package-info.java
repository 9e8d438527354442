/// How the API proves who it is. Without certificates of the operator a daemon has an authority of
/// its own, which lives as long as its data directory: clients trust it once, and the server's
/// certificate can change as often as the machine's addresses do.
@NullMarked
package io.helyos.http.tls;

import org.jspecify.annotations.NullMarked;
