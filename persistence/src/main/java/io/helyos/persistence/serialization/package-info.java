/// How events, states and their envelopes become bytes, and come back: by tables of short names
/// that are written down here, never by the names of classes. Used by the shell through the codec
/// port and by the journals; it never changes what an old event means.
@NullMarked
package io.helyos.persistence.serialization;

import org.jspecify.annotations.NullMarked;
