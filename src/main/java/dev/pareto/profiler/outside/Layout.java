package dev.pareto.profiler.outside;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.List;

/// Where one interpreter build keeps what the sampler reads: offsets in bytes, as `layout.py` found
/// them. −1 where this version has no such field.
///
/// @param library the file that holds the interpreter: `libpython` or the executable
/// @param runtime `_PyRuntime`, from where the library begins in memory
/// @param runtimeSize 0 when unknown
/// @param codeType the type of code objects, from where the library begins; so are the type of
///   strings and `none`
/// @param threadIdent address of the C library's own structure of a thread
/// @param threadNative the kernel's number of a thread, 3.11 and later
/// @param pthreadNative the same in the C library's structure
/// @param cframeFrame 3.11 and 3.12 keep the current frame one step further away, on the C stack
/// @param codeStart where the instructions begin in a code object
/// @param instructionScale 0 when the frame points to the instruction, else bytes for each count
/// @param codeLocals the tuple of the names of the local variables, in the order of their values
/// @param ranges whether the table of lines is of the kind that 3.11 brought
public record Layout(
        String python,
        String library,
        long runtime,
        @JsonProperty("runtime_size") long runtimeSize,
        @JsonProperty("code_type") long codeType,
        @JsonProperty("text_type") long textType,
        long none,
        @JsonProperty("page_size") int pageSize,
        @JsonProperty("runtime_interpreter") int runtimeInterpreter,
        @JsonProperty("interpreter_threads") int interpreterThreads,
        @JsonProperty("thread_next") int threadNext,
        @JsonProperty("thread_ident") int threadIdent,
        @JsonProperty("thread_native") int threadNative,
        @JsonProperty("pthread_native") int pthreadNative,
        @JsonProperty("thread_frame") int threadFrame,
        @JsonProperty("cframe_frame") int cframeFrame,
        @JsonProperty("frame_code") int frameCode,
        @JsonProperty("frame_previous") int framePrevious,
        @JsonProperty("frame_locals") int frameLocals,
        @JsonProperty("frame_instruction") int frameInstruction,
        @JsonProperty("code_start") int codeStart,
        @JsonProperty("instruction_scale") int instructionScale,
        @JsonProperty("code_filename") int codeFilename,
        @JsonProperty("code_name") int codeName,
        @JsonProperty("code_lines") int codeLines,
        @JsonProperty("code_first_line") int codeFirstLine,
        boolean ranges,
        @JsonProperty("object_type") int objectType,
        @JsonProperty("bytes_length") int bytesLength,
        @JsonProperty("bytes_data") int bytesData,
        @JsonProperty("text_length") int textLength,
        @JsonProperty("ascii_data") int asciiData,
        @JsonProperty("text_data") int textData,
        @JsonProperty("text_state") int textState,
        @JsonProperty("text_kind_shift") int textKindShift,
        @JsonProperty("text_ascii_shift") int textAsciiShift,
        @JsonProperty("tuple_length") int tupleLength,
        @JsonProperty("tuple_items") int tupleItems,
        @JsonProperty("code_locals") int codeLocals,
        List<Container> containers) {
    /// A built-in type of containers.
    ///
    /// @param type from where the library begins
    /// @param length where an object of it keeps its length
    public record Container(String name, long type, int length) {}

    public Layout {
        containers = List.copyOf(containers);
    }
}
