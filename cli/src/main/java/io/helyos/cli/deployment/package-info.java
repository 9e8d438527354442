/// Deployments for people: the table, what `describe deployment` tells, and the short commands that
/// change one that is there. Deploying a spec has a package of its own.
@NullMarked
package io.helyos.cli.deployment;

import org.jspecify.annotations.NullMarked;
