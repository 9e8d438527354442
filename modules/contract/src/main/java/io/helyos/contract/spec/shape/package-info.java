/// The kit in which the spec's fields are declared: a shape reads a part of a document, reports
/// what is wrong with it, and writes its own JSON Schema, so that checking, suggestions and schema
/// come from one table. Called by the tables of the spec; it knows no field and no deployment. It
/// never stops at the first mistake.
@NullMarked
package io.helyos.contract.spec.shape;

import org.jspecify.annotations.NullMarked;
