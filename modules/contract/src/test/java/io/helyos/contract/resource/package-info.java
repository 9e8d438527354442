/// The JSON shapes, letter by letter.
@NullMarked
package io.helyos.contract.resource;

import org.jspecify.annotations.NullMarked;
