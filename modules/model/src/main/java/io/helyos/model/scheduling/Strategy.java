package io.helyos.model.scheduling;

/// What the scheduler is after.
public enum Strategy {
  /// The node with most room: what fails takes little along.
  SPREAD,
  /// The node with least room that suffices: the others stay free, or need not be there.
  BINPACK
}
