/// What holds for the whole cluster, for people: it is shown and chosen here, and decided by the
/// cluster.
@NullMarked
package io.helyos.cli.cluster;

import org.jspecify.annotations.NullMarked;
