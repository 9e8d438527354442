/// Several daemons, each a process of its own, on one journal.
@NullMarked
package io.helyos.daemon.cluster;

import org.jspecify.annotations.NullMarked;
