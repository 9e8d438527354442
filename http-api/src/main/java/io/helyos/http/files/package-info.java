/// Files that users copy out of the containers of pods and into them, as tar archives: the routes,
/// and what the pod's journal is told. Called by the front door; whether a pod may be entered its
/// entity decides, and the bytes go straight between the client and the engine.
@NullMarked
package io.helyos.http.files;

import org.jspecify.annotations.NullMarked;
