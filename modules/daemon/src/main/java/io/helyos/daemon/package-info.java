/// helyosd: puts the parts together and is the only place that knows all of them. It decides
/// nothing; it reads settings, opens what is to be opened, and closes it again.
@NullMarked
package io.helyos.daemon;

import org.jspecify.annotations.NullMarked;
