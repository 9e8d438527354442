package io.helyos.simulator;

/// Where an engine puts news. Putting in happens under the engine's lock and must only remember;
/// handing over happens after it.
interface Outlet<T> {
  void offer(T item);

  /// Nothing more will come.
  void complete();

  void drain();
}
