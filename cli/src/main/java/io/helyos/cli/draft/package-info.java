/// Specs for those who have none yet: `init` and `create deployment` write one. What they write
/// goes through the same check as what people write.
@NullMarked
package io.helyos.cli.draft;

import org.jspecify.annotations.NullMarked;
