/// The house rules as tests: which module may know which, what the model may need, how names and
/// files look. Runs in the daemon, the only module that knows all others.
@NullMarked
package io.helyos.architecture;

import org.jspecify.annotations.NullMarked;
