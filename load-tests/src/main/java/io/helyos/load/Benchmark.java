package io.helyos.load;

/// Something that is measured in a few minutes.
interface Benchmark {
  String title();

  /// Measures, and tells the report what it has found.
  void run(Report report) throws Exception;
}
