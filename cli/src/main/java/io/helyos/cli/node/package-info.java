/// Nodes for people: the table, and what `describe node` tells. It reads nodes and changes none.
@NullMarked
package io.helyos.cli.node;

import org.jspecify.annotations.NullMarked;
