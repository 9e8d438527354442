/// How one asks: the native HTTP API of a daemon. Started by the daemon, also before its core is
/// up; takes each request through the same steps and hands it to a route of one of the packages
/// below. It decides nothing about deployments, pods and nodes and keeps nothing but who watches.
@NullMarked
package io.helyos.http;

import org.jspecify.annotations.NullMarked;
