package io.helyos.http.nodes;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// What is measured on the machine of this daemon.
final class Machine {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Machine() {}

  /// 0..100 of all cores, since the last time that somebody asked.
  static double cpuPercent() {
    var load = SYSTEM.getCpuLoad();
    return Double.isFinite(load) && load > 0 ? Math.round(load * 1000) / 10.0 : 0;
  }

  static long memoryUsed() {
    return SYSTEM.getTotalMemorySize() - SYSTEM.getFreeMemorySize();
  }
}
