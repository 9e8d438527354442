/// What every journal of ours has to keep to, whatever holds it, as tests that each of them runs.
@NullMarked
package io.helyos.persistence.contract;

import org.jspecify.annotations.NullMarked;
