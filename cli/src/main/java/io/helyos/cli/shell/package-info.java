/// What a command sees of the world: arguments that all commands share, streams, terminal,
/// environment, configuration and the client for the chosen cluster. Every command is given one
/// shell, tests give it a made-up one. It prints nothing by itself and talks to no server.
@NullMarked
package io.helyos.cli.shell;

import org.jspecify.annotations.NullMarked;
