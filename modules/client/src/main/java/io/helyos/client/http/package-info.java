/// One HTTP exchange, its headers, its retries and its failures, on the JDK's HttpURLConnection:
/// the newer client of the JDK costs a short-lived command half of its start-up time. The client
/// and its streams call it. It knows no route and no resource.
@NullMarked
package io.helyos.client.http;

import org.jspecify.annotations.NullMarked;
