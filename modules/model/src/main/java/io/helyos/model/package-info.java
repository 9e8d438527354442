/// What is true: the words that every part of the model shares. Everything in the model is a record
/// or a pure function: it is told the time, touches nothing outside and needs only the JDK.
@NullMarked
package io.helyos.model;

import org.jspecify.annotations.NullMarked;
