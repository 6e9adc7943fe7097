package dev.pareto.profiler.outside;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// The system calls of the sampler: `process_vm_readv` copies pieces of another process's memory in
/// one call; files are read without what Java's channels do around it, a thousand times a second.
/// Linux only; touching this class elsewhere fails.
// Copies into memory that we allocated ourselves, as long as it is: nothing of ours can be overrun.
@SuppressWarnings("restricted")
final class Kernel {
    private static final int EPERM = 1;
    private static final int ESRCH = 3;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle READ =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("process_vm_readv"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG),
                    Linker.Option.captureCallState("errno"));

    private static final int READ_ONLY_CLOSE_ON_EXEC = 0x80000;
    private static final MethodHandle OPEN =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("open"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                    Linker.Option.firstVariadicArg(2));
    private static final MethodHandle PREAD =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("pread"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG));
    private static final MethodHandle CLOSE =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("close"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    /// What became of a read that copied nothing.
    enum Failure {
        /// The process is gone.
        GONE,
        /// We may not read it.
        FORBIDDEN,
        /// Nothing is mapped there.
        UNMAPPED
    }

    private final MemorySegment state = Arena.ofAuto().allocate(STATE);
    private Failure failure = Failure.UNMAPPED;

    /// Copies the remote pieces one after the other into the local piece, until one cannot be read.
    ///
    /// @param local an `iovec` @param remote `count` of them
    /// @return bytes copied; 0 when none, then see [#failure()]
    long read(int pid, MemorySegment local, MemorySegment remote, long count) {
        long copied;
        try {
            copied = (long) READ.invokeExact(state, pid, local, 1L, remote, count, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException("a call of C code throws nothing", e);
        }
        if (copied <= 0) {
            int error = (int) ERRNO.get(state, 0L);
            failure =
                    error == ESRCH
                            ? Failure.GONE
                            : error == EPERM ? Failure.FORBIDDEN : Failure.UNMAPPED;
            return 0;
        }
        return copied;
    }

    /// Why the last read that copied nothing did so.
    Failure failure() {
        return failure;
    }

    /// Opens a file for reading; negative when that fails.
    static int open(String path) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) OPEN.invokeExact(arena.allocateFrom(path), READ_ONLY_CLOSE_ON_EXEC);
        } catch (Throwable e) {
            throw new IllegalStateException("a call of C code throws nothing", e);
        }
    }

    /// Reads a file from its beginning. @return bytes read; negative when that fails
    static int read(int file, MemorySegment into) {
        try {
            return (int) (long) PREAD.invokeExact(file, into, into.byteSize(), 0L);
        } catch (Throwable e) {
            throw new IllegalStateException("a call of C code throws nothing", e);
        }
    }

    static void close(int file) {
        try {
            int _ = (int) CLOSE.invokeExact(file);
        } catch (Throwable e) {
            throw new IllegalStateException("a call of C code throws nothing", e);
        }
    }
}
