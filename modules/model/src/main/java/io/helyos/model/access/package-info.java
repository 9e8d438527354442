/// What users asked for and did not get. Each daemon has one log of what it denied and refused, so
/// that nobody can write into the journal of a thing that he may not touch; the front door writes
/// it.
@NullMarked
package io.helyos.model.access;

import org.jspecify.annotations.NullMarked;
