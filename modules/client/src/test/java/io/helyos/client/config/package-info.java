/// Tests of this part of the client.
@NullMarked
package io.helyos.client.config;

import org.jspecify.annotations.NullMarked;
