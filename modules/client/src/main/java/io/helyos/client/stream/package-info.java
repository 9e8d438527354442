/// Server-Sent Events as values: the journal's events as they happen, and the lines that containers
/// write. The client opens them. They go on by themselves where a broken connection left off, and
/// they never drop or reorder what the daemon sent.
@NullMarked
package io.helyos.client.stream;

import org.jspecify.annotations.NullMarked;
