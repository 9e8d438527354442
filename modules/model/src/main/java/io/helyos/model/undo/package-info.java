/// How a user's change is taken back, and how a project becomes what it was: which commands lead
/// there, or what stands in the way. Asked by those who plan on behalf of users; it only decides,
/// carrying out is up to them.
@NullMarked
package io.helyos.model.undo;

import org.jspecify.annotations.NullMarked;
