/// Tests of this part of the client.
@NullMarked
package io.helyos.client.http;

import org.jspecify.annotations.NullMarked;
