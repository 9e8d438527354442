package io.helyos.contract.resource;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/// What is measured on a node now, from `/nodes/stats`.
///
/// @param cpuUsagePercent of the whole machine, 0..100
public @JsonNaming(SnakeCaseStrategy.class) record NodeStats(
    String name,
    NodeRole role,
    NodeStatus status,
    double cpuCores,
    double cpuUsagePercent,
    long memoryTotalBytes,
    long memoryUsedBytes,
    int podCount) {}
