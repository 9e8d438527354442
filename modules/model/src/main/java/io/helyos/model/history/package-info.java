/// What the events of the journal mean to somebody who asks what happened. Used by those who answer
/// questions; no decision rests on it.
@NullMarked
package io.helyos.model.history;

import org.jspecify.annotations.NullMarked;
