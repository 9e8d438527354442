/// What is remembered: the envelope around every event, and where it stands in the journal. The
/// shell writes it, the feed delivers it, deciders never see it.
@NullMarked
package io.helyos.model.journal;

import org.jspecify.annotations.NullMarked;
