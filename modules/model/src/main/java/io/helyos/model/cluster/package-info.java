/// The cluster as a whole: its identity and its access tokens. Commanded by users; it never sees a
/// token's secret, only its hash.
@NullMarked
package io.helyos.model.cluster;

import org.jspecify.annotations.NullMarked;
