/// Tests of the embedded journal: Pekko's own specifications, our feed, and killed processes.
@NullMarked
package io.helyos.persistence.embedded;

import org.jspecify.annotations.NullMarked;
