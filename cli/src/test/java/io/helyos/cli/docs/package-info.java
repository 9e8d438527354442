/// What the documentation claims, tried out: its specs are read, its commands parsed, its links
/// followed. Run by the build; it never talks to a daemon.
@NullMarked
package io.helyos.cli.docs;

import org.jspecify.annotations.NullMarked;
