/// The one shell around every decider: it asks, stores, answers when durable, and keeps what must
/// be true outside being said until it holds. It knows no rule about pods or deployments.
@NullMarked
package io.helyos.orchestrator.entity;

import org.jspecify.annotations.NullMarked;
