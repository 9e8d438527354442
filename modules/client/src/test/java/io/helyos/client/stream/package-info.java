/// Tests of this part of the client.
@NullMarked
package io.helyos.client.stream;

import org.jspecify.annotations.NullMarked;
