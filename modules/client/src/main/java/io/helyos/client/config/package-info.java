/// The file with the addresses and tokens of the clusters that a person works with, in the format
/// that existing clients read, and the marks of that person's last writes. The command line and a
/// daemon's first start use it. It never prints a token and never leaves a half-written file.
@NullMarked
package io.helyos.client.config;

import org.jspecify.annotations.NullMarked;
