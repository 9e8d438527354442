package io.helyos.load;

/// Something that is measured, and written down, in a few minutes.
interface Benchmark {
  void run() throws Exception;
}
