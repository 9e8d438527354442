/// Container engines that exist only in memory, for tests, load runs and `helyosd --runtime
/// simulated`. The daemon and the tests put them where a real engine would be; they keep
/// containers, images, networks and logs, and they fail on demand. They know no rule of
/// orchestration, never touch the machine, and forget everything when the process ends: after a
/// daemon's restart all simulated containers are gone.
///
/// What a simulated container does is told by its environment:
///
/// | variable | meaning |
/// |---|---|
/// | `SIM_EXIT_AFTER=2s` | ends by itself after that time (`ms`, `s`, `m`, `h`); without it, never |
/// | `SIM_EXIT_CODE=1` | with this exit code, else 0 |
/// | `SIM_OOM_AFTER=2s` | is killed for want of memory after that time: 137 |
/// | `SIM_ON_SIGNAL=143` | exit code when it is told to stop, else 0; `ignore`: waits to be killed |
/// | `SIM_STOP_AFTER=500ms` | how long it takes to stop, else no time |
/// | `SIM_START_ERROR=text` | cannot be executed, and this is why |
/// | `SIM_PRINT=text` | lines that it prints at its start |
/// | `SIM_PRINT_ERROR=text` | the same to its error output |
/// | `SIM_PRINT_COUNT=100` | prints `line 0` to `line 99` at its start |
/// | `SIM_PRINT_EVERY=1s` | prints `line 0`, `line 1` and so on for as long as it runs |
/// | `SIM_PRINT_LAST=text` | lines that it prints when it ends by itself |
/// | `SIM_EXEC_CODE=1` | exit code of commands that are run in it, else 0 |
/// | `SIM_EXEC_PRINT=text` | what such a command prints |
/// | `SIM_EXEC_WARN=text` | what it prints to its error output |
/// | `SIM_EXEC_COPY=true` | it writes back what it is given, until there is no more |
/// | `SIM_EXEC_SIZE=true` | it tells the rows and columns of its terminal whenever it is given something |
/// | `SIM_EXEC_AFTER=2s` | how long it takes, else no time |
/// | `SIM_EXEC_ERROR=text` | it cannot be executed, and this is why |
///
/// A command may hold words like `SIM_EXEC_CODE=1` of its own, which go before the environment's.
///
/// So `SIM_EXIT_AFTER=2s` with `SIM_EXIT_CODE=1` is a crash loop. An image with the tag `missing`
/// cannot be pulled; every other can, and images of the repository `helyos/` are on every node.
@NullMarked
package io.helyos.simulator;

import org.jspecify.annotations.NullMarked;
