/// The command line against a made-up daemon: what it prints, what it sends and how it ends.
@NullMarked
package io.helyos.cli;

import org.jspecify.annotations.NullMarked;
