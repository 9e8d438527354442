/// The routes of nodes, the shape in which they are shown, and what is measured on the own machine.
/// Called by the front door; whether a node takes pods, its entity decides.
@NullMarked
package io.helyos.http.nodes;

import org.jspecify.annotations.NullMarked;
