/// How results look.
@NullMarked
package io.helyos.cli.output;

import org.jspecify.annotations.NullMarked;
