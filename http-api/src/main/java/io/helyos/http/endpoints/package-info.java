/// Where the pods of a deployment are reached, for those who send them traffic: the list as it
/// stands, or each time that it changes. Called by the front door; it only reads the view.
@NullMarked
package io.helyos.http.endpoints;

import org.jspecify.annotations.NullMarked;
