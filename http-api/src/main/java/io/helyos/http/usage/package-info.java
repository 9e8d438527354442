/// What was used in a period, by whom or by what image. Maps what the core counts to answers; it
/// counts nothing by itself.
@NullMarked
package io.helyos.http.usage;

import org.jspecify.annotations.NullMarked;
