package io.helyos.cli.deploy;

import java.util.List;

/// Shows how pods come up. On stderr: it is talk, not data.
sealed interface Progress permits LiveProgress, LineProgress, Progress.Silent {
  /// Things stand like this now.
  void show(List<Rollout> rollouts);

  /// A moment has passed and nothing happened.
  void tick();

  /// Nothing more will be shown.
  void end();

  /// For output that programs read.
  record Silent() implements Progress {
    @Override
    public void show(List<Rollout> rollouts) {}

    @Override
    public void tick() {}

    @Override
    public void end() {}
  }
}
