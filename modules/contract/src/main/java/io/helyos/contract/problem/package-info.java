/// How an answer says that something went wrong: RFC 9457 problem details, with the `error` text
/// that existing clients print. The daemon writes them, the client turns them into exceptions. It
/// knows no HTTP and picks no status: the front doors do.
@NullMarked
package io.helyos.contract.problem;

import org.jspecify.annotations.NullMarked;
