/// The clusters that a person works with: the commands that show and change the configuration file.
/// They talk to no server.
@NullMarked
package io.helyos.cli.context;

import org.jspecify.annotations.NullMarked;
