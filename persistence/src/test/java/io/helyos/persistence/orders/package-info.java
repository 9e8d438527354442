/// Tests of the order file, with and without a kill.
@NullMarked
package io.helyos.persistence.orders;

import org.jspecify.annotations.NullMarked;
