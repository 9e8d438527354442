/// How containers are run: the port [io.helyos.model.port.ContainerRuntime] on Docker's engine API.
/// Called by the node agent, put together by the daemon. It translates and reports and never
/// decides: no retry, no restart, no container touched that it was not told to touch.
@NullMarked
package io.helyos.docker;

import org.jspecify.annotations.NullMarked;
