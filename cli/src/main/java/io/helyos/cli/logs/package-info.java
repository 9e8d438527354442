/// What containers wrote: lines of all pods of a deployment, told apart by prefix and colour. It
/// passes lines on as they come and keeps none.
@NullMarked
package io.helyos.cli.logs;

import org.jspecify.annotations.NullMarked;
