/// A YAML or JSON text as a tree in which every part knows its line and column. Called by the
/// spec's reader and by nobody else; it knows the two languages and nothing about deployments. It
/// never resolves an alias, applies a tag or guesses a type: the text of a scalar stays as it was
/// written.
@NullMarked
package io.helyos.contract.spec.document;

import org.jspecify.annotations.NullMarked;
