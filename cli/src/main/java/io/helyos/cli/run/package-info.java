/// `helyos run`: one container from an image, for debugging, without a file. It writes the spec of
/// a deployment with one replica that is never restarted, sends it only if the name is free, and
/// says how the container came up or ended. It decides nothing about pods: it watches what the
/// daemon reports.
@NullMarked
package io.helyos.cli.run;

import org.jspecify.annotations.NullMarked;
