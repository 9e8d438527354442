/// How a daemon becomes a member of a cluster and stays one: its flags, the way in, and the word
/// that it leaves for others. Put to work by the daemon that starts.
@NullMarked
package io.helyos.daemon.cluster;

import org.jspecify.annotations.NullMarked;
