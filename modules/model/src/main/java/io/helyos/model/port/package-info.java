/// The ports: what the core needs from the world, as interfaces that adapters implement. The only
/// package of the model that knows asynchronous calls.
@NullMarked
package io.helyos.model.port;

import org.jspecify.annotations.NullMarked;
