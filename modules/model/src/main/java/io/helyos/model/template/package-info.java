/// What a pod is to run, as a user has asked for it and as the journal keeps it. Written by the
/// front doors, read by the agent's decisions; it knows no Docker and no YAML.
@NullMarked
package io.helyos.model.template;

import org.jspecify.annotations.NullMarked;
