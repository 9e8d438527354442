package io.helyos.model.port;

/// Everything that a daemon asks of the world outside its own memory. One constant for each method
/// of [ContainerRuntime] and [OrderStore], and one for each way into the journal's file, so that
/// the places where a daemon may die can be counted, named, and all be tried.
public enum OutsideCall {
  DESCRIBE_ENGINE,
  CREATE_CONTAINER,
  START_CONTAINER,
  STOP_CONTAINER,
  REMOVE_CONTAINER,
  RENAME_CONTAINER,
  EXEC_IN_CONTAINER,
  OPEN_EXEC,
  READ_FILES,
  WRITE_FILES,
  INSPECT_CONTAINER,
  LIST_CONTAINERS,
  READ_LOG,
  HEAR_EVENTS,
  PULL_IMAGE,
  ENSURE_NETWORK,
  REMOVE_NETWORK,
  LEAVE_ENGINE,

  OPEN_ORDERS,
  LOAD_ORDERS,
  SAVE_ORDER,
  FORGET_ORDER,
  CLOSE_ORDERS,

  OPEN_JOURNAL,
  WRITE_EVENTS,
  READ_EVENTS,
  WRITE_SNAPSHOT,
  READ_SNAPSHOT,
  READ_FEED,
  CLOSE_JOURNAL
}
