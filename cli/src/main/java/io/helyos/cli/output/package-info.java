/// How results look: tables, JSON, YAML and names, colours, ages, and text of others made safe for
/// a terminal. Commands hand over records and get lines. Nothing in here fetches or decides.
@NullMarked
package io.helyos.cli.output;

import org.jspecify.annotations.NullMarked;
