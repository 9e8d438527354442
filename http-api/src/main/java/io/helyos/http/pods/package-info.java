/// The routes of pods and the shape in which they are shown. Called by the front door; it only
/// reads.
@NullMarked
package io.helyos.http.pods;

import org.jspecify.annotations.NullMarked;
