/// A request and its answer in the words of the routes: path templates, checked query parameters,
/// the body, and answers with their headers. Used by every route and by the front door that calls
/// them; it knows no entity.
@NullMarked
package io.helyos.http.exchange;

import org.jspecify.annotations.NullMarked;
