package io.helyos.model.node;

/// The latest loss of a machine.
///
/// @param time the n-th; news of an earlier one is over
/// @param over whether the machine has returned from it
public record Outage(int time, boolean over) {}
