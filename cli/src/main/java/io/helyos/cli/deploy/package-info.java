/// Deploying a spec: reading and checking its file as a compiler would, sending it, showing how the
/// pods come up, and telling the truth at the end. `deploy` and `create deployment` use it. It
/// decides nothing about pods: it watches what the daemon reports.
@NullMarked
package io.helyos.cli.deploy;

import org.jspecify.annotations.NullMarked;
