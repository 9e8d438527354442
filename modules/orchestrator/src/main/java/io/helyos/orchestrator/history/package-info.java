/// Answers from the journal about what was: the cluster at an earlier time, the causes of an event,
/// what was used. Reads the feed, commands nobody, and keeps nothing in memory between two
/// questions.
@NullMarked
package io.helyos.orchestrator.history;

import org.jspecify.annotations.NullMarked;
