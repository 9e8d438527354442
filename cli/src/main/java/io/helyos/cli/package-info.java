/// `helyos`, the command line. This package puts the commands together and turns what they throw
/// into sentences and exit codes; each command lives in the package of its subject. Commands talk
/// to a daemon through the client and never to an engine.
@NullMarked
package io.helyos.cli;

import org.jspecify.annotations.NullMarked;
