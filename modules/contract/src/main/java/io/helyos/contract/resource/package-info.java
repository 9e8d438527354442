/// The JSON objects that the native HTTP API answers and takes, one record each. The daemon writes
/// them, the client and the command line read them. Names are those that existing clients expect,
/// with fields of our own beside them; nothing in here decides anything or knows how it is sent.
@NullMarked
package io.helyos.contract.resource;

import org.jspecify.annotations.NullMarked;
