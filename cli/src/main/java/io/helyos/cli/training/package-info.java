/// What the build runs once to make the start-up cache: ordinary commands against a made-up daemon
/// in the same process, so that the cache holds every class that a real command loads. Nobody else
/// runs it.
@NullMarked
package io.helyos.cli.training;

import org.jspecify.annotations.NullMarked;
