/// The routes of access tokens and of who one is. Called by the front door; a token's secret passes
/// through here once, in the answer to its making.
@NullMarked
package io.helyos.http.tokens;

import org.jspecify.annotations.NullMarked;
