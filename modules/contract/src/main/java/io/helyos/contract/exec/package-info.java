/// What both sides say on the WebSocket of a command in a container: messages of bytes behind the
/// number of their channel, and signals in JSON. Used by the HTTP API and by the client; it opens
/// no connection itself.
@NullMarked
package io.helyos.contract.exec;

import org.jspecify.annotations.NullMarked;
