package io.helyos.contract.spec;

/// How a spec is written down.
public enum Format {
  YAML,
  JSON
}
