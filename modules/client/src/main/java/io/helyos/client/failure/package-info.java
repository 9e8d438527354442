/// What can go wrong between a client and a daemon, as exceptions with a kind that a program can
/// act on. Everything in the client throws these and only these; they carry sentences for people
/// and never secrets.
@NullMarked
package io.helyos.client.failure;

import org.jspecify.annotations.NullMarked;
