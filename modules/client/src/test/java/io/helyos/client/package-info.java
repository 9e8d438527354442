/// The client against servers that answer well, badly, late or not at all.
@NullMarked
package io.helyos.client;

import org.jspecify.annotations.NullMarked;
