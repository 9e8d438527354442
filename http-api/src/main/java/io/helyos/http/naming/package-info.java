/// Finds things by the names that users give them: rows of the view by name, with a near name in
/// the refusal when there is none; whose a joined entity name is; and the UUIDs that existing
/// clients expect. Used by all routes; it reads the view and changes nothing.
@NullMarked
package io.helyos.http.naming;

import org.jspecify.annotations.NullMarked;
