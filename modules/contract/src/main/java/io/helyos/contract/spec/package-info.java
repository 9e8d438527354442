/// The deployment spec: what a user writes, as records, and the reader that checks it. The CLI
/// reads a spec before it sends it, the front doors read it again when it arrives; both get the
/// same answer because both call [io.helyos.contract.spec.SpecReader]. It never looks outside the
/// document: what depends on a node, a project or a registry is decided elsewhere.
@NullMarked
package io.helyos.contract.spec;

import org.jspecify.annotations.NullMarked;
