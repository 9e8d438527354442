/// In what things differ, field by field in the users' own words: the cluster at two times, and
/// each field of a deployment with whoever gave it its value. Reads, and changes nothing.
@NullMarked
package io.helyos.http.compare;

import org.jspecify.annotations.NullMarked;
