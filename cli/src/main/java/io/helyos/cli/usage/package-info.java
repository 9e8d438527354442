/// What deployments, projects and images have used, as a table or for a spreadsheet. The daemon
/// counts; this package only prints.
@NullMarked
package io.helyos.cli.usage;

import org.jspecify.annotations.NullMarked;
