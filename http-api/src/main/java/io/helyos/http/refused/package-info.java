/// What this daemon denied and refused: noted at the front door, written into the daemon's access
/// log in batches, and told to those who ask. Reads are never noted, and no target's journal is
/// touched.
@NullMarked
package io.helyos.http.refused;

import org.jspecify.annotations.NullMarked;
