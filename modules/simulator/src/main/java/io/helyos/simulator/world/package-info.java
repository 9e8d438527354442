/// A whole cluster in virtual time, and what can go wrong in it. It is made of the real deciders,
/// deliveries and agent decisions, with simulated engines, and of small stand-ins for what moves
/// messages, bytes and clocks around them; it has no rule of orchestration of its own. Tests and
/// `make simulate` run it: one number decides everything that happens, so that a course which
/// breaks a promise can be repeated and read.
@NullMarked
package io.helyos.simulator.world;

import org.jspecify.annotations.NullMarked;
