/// Figures for Prometheus under the names that existing dashboards use. Fed by the front door with
/// every answer; read by the route `/metrics`. It measures and never decides.
@NullMarked
package io.helyos.http.metrics;

import org.jspecify.annotations.NullMarked;
