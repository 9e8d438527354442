/// Who a person is to a cluster: logging in and out, and the tokens that programs use. A token is
/// shown once, when it is made, and never read from a place where others see it.
@NullMarked
package io.helyos.cli.access;

import org.jspecify.annotations.NullMarked;
