/// Who calls: finds the token that a request shows in the cluster and says whether it is good.
/// Called by the front door before every route that is not open. It never keeps or logs a secret.
@NullMarked
package io.helyos.http.access;

import org.jspecify.annotations.NullMarked;
