/// Tests of the codec: whatever was written is read back the same, by this build and all later
/// ones.
@NullMarked
package io.helyos.persistence.serialization;

import org.jspecify.annotations.NullMarked;
