/// The small languages inside a spec's values: image references, ports, durations, sizes, names.
/// Each parser stands alone, takes the exact text and answers with a value or with the reason why
/// not; it is called by the spec's fields, and by the CLI for its own arguments. It never throws on
/// bad text and never resolves a host name.
@NullMarked
package io.helyos.contract.spec.text;

import org.jspecify.annotations.NullMarked;
