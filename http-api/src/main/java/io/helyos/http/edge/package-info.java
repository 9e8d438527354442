/// What every request must pass before a route sees it: whose name it calls the daemon by, which
/// web page sent it, how large its body is and how fast it comes. Called by the front door for each
/// request and by the HTTP parser for those that it cannot read; it decides nothing about content.
@NullMarked
package io.helyos.http.edge;

import org.jspecify.annotations.NullMarked;
