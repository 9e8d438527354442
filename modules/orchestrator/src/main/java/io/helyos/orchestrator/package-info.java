/// Who keeps it true: what the front doors and the daemon may ask of the core. They see this
/// package and the model; the actors behind it are nobody's business.
@NullMarked
package io.helyos.orchestrator;

import org.jspecify.annotations.NullMarked;
