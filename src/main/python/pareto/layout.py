"""Where this interpreter build keeps its frames, found by looking at our own memory: JSON on standard output.

The sampler reads another process of the same build from outside. No table of structures is written down here: each offset is
found by laying something known into memory and looking where it is. A place must fit every example given, so that a value that
happens to stand elsewhere too is not taken for it.
"""

import ctypes
import json
import os
import struct
import sys
import sysconfig
import threading
import types

TAG_BITS = 7  # the lowest bits of a pointer may carry marks (3.14)
_MEMORY = os.open("/proc/self/mem", os.O_RDONLY)


class NotFound(Exception):
    """Something is not where it must be; the message names it."""


def read(address, size):
    """Up to `size` bytes of our own memory; fewer at the edge of what is mapped, none at a wild address."""
    parts = []
    while size > 0:
        step = min(size, 4096 - address % 4096)
        try:
            parts.append(os.pread(_MEMORY, step, address))
        except (OSError, OverflowError):
            break
        address, size = address + step, size - step
    return b"".join(parts)


def words(address, size):
    """The 64-bit words there."""
    data = read(address, size)
    return struct.unpack(f"<{len(data) // 8}Q", data[: len(data) // 8 * 8])


def pointers(address, size):
    return [word & ~TAG_BITS for word in words(address, size)]


def places(haystack, needle):
    return {8 * i for i, word in enumerate(haystack) if word == needle}


def first(what, *candidates):
    """The first place that is in all sets of candidates."""
    common = set.intersection(*map(set, candidates))
    if not common:
        raise NotFound(what)
    return min(common)


def runtime():
    """_PyRuntime: the file that it lies in, its place there and its size (0 where the system does not say)."""
    address = ctypes.addressof(ctypes.c_char.in_dll(ctypes.pythonapi, "_PyRuntime"))

    class Symbol(ctypes.Structure):
        _fields_ = [(name, ctypes.c_void_p) for name in ("file", "base", "name", "address")]

    found, entry = Symbol(), ctypes.c_void_p()
    libc = ctypes.CDLL(None)
    try:
        # RTLD_DL_SYMENT: the ELF symbol itself, whose last word is its size
        ok = libc.dladdr1(ctypes.c_void_p(address), ctypes.byref(found), ctypes.byref(entry), 1)
    except AttributeError:
        ok, entry.value = libc.dladdr(ctypes.c_void_p(address), ctypes.byref(found)), None
    if not ok:
        raise NotFound("the file of _PyRuntime")
    size = words(entry.value, 24)[2] if entry.value else 0
    with open("/proc/self/maps", encoding="utf-8", errors="surrogateescape") as maps:
        for line in maps:
            fields = line.rstrip("\n").split(None, 5)
            if int(fields[0].split("-")[0], 16) == found.base and len(fields) == 6:
                return fields[5], found.base, address, size
    raise NotFound("the mapping of _PyRuntime")


def thread_states(address):
    """From _PyRuntime to the states of all threads, and in a state to its frame."""
    api = ctypes.pythonapi
    api.PyThreadState_Get.restype = api.PyInterpreterState_Get.restype = ctypes.c_void_p
    interpreter = api.PyInterpreterState_Get()
    main = api.PyThreadState_Get()
    alone = places(words(interpreter, 400_000), main)
    seen = {}
    ready, leave = threading.Event(), threading.Event()

    def other():
        # Read here, so that the current frame is this one: a call of C code makes no frame.
        seen.update(state=api.PyThreadState_Get(), ident=threading.get_ident(), native=threading.get_native_id())
        ready.set()
        leave.wait()

    thread = threading.Thread(target=other)
    thread.start()
    ready.wait()
    # A new thread comes first in the list.
    together = places(words(interpreter, 400_000), seen["state"])
    states = words(main, 512), words(seen["state"], 512)
    idents = threading.get_ident(), seen["ident"]
    natives = threading.get_native_id(), seen["native"]
    found = {
        "runtime_interpreter": first("the interpreter", places(words(address, 8192), interpreter)),
        "interpreter_threads": first("the list of threads", alone, together),
        "thread_next": first("the next thread", places(states[1], main)),
        "thread_ident": first("the thread's ident", *map(places, states, idents)),
    }
    native = set.intersection(*map(places, states, natives))
    found["thread_native"] = min(native) if native else -1
    # Where the kernel's number of a thread stands in the C library's own structure; its address is the ident.
    inside = [places32(read(ident, 4096), native) for ident, native in zip(idents, natives)]
    common = set.intersection(*inside)
    found["pthread_native"] = min(common) if common else -1
    leave.set()
    thread.join()
    return main, found


def places32(data, value):
    data = data[: len(data) // 4 * 4]
    return {4 * i for i, word in enumerate(struct.unpack(f"<{len(data) // 4}i", data)) if word == value}


def frames(state):
    """In a frame: its code, its caller, the instruction that it is at; and where a thread keeps its current frame.

    Three callers of different code stand still below the frame that looks.
    """

    def outer():
        return inner(state)

    def inner(thread):
        found = _look(thread, object())
        return found

    return outer()


def _look(state, marker):
    frame = sys._getframe()
    stack = []
    while frame is not None and len(stack) < 4:
        stack.append(frame)
        frame = frame.f_back
    callers = stack[1:]  # these stand still while we look
    if sys.version_info >= (3, 11):
        addresses = _frame_data(stack)
    else:
        addresses = [id(one) for one in stack]
    size = 512 if sys.version_info < (3, 11) else 128
    # os.pread directly, here: the thread's current frame must be ours.
    thread = struct.unpack("<64Q", os.pread(_MEMORY, 512, state))
    found = {"thread_frame": -1, "cframe_frame": -1}
    if addresses[0] in thread:
        found["thread_frame"] = 8 * thread.index(addresses[0])
    else:
        for index, word in enumerate(thread):
            if 1 << 16 < word < 1 << 47:
                try:
                    near = struct.unpack("<3Q", os.pread(_MEMORY, 24, word))
                except OSError:
                    continue
                if addresses[0] in near:
                    found["thread_frame"], found["cframe_frame"] = 8 * index, 8 * near.index(addresses[0])
                    break
        else:
            raise NotFound("the current frame of a thread")
    content = [pointers(address, size) for address in addresses]
    found["frame_code"] = first("the code of a frame", *(places(c, id(f.f_code)) for c, f in zip(content, stack)))
    links = list(zip(content, addresses[1:]))
    found["frame_previous"] = first("the caller of a frame", *(places(c, address) for c, address in links))
    found["frame_locals"] = first("the locals of a frame", places(content[0], id(marker))) - 8  # the second local
    found.update(_instruction(callers, addresses[1:], size))
    return found


def _frame_data(stack):
    """3.11 and later: a frame object points to the interpreter's own frame."""
    owned = [pointers(id(frame), 96) for frame in stack]
    for place in range(2, 12):
        addresses = [one[place] for one in owned]
        contents = [pointers(address, 96) for address in addresses]
        if all(
            id(frame.f_code) in content and (index + 1 == len(stack) or addresses[index + 1] in content)
            for index, (frame, content) in enumerate(zip(stack, contents))
        ):
            return addresses
    raise NotFound("the data of a frame")


def _instruction(callers, addresses, size):
    """Either a pointer that is f_lasti beyond the code's own address plus a constant, or a number."""
    distances = []
    for frame, address in zip(callers, addresses):
        base = id(frame.f_code) + frame.f_lasti
        near = words(address, size)
        distances.append({(8 * i, word - base) for i, word in enumerate(near) if 0 < word - base < 1024})
    common = set.intersection(*distances)
    if common:
        place, start = min(common)
        return {"frame_instruction": place, "code_start": start, "instruction_scale": 0}
    for scale in (2, 1):
        numbers = [
            places32(read(address, size), frame.f_lasti // scale) for frame, address in zip(callers, addresses)
        ]
        common = set.intersection(*numbers)
        if common:
            return {"frame_instruction": min(common), "code_start": 0, "instruction_scale": scale}
    raise NotFound("the instruction of a frame")


def code():
    """In a code object: its names, its first line, its table of lines."""

    def example(number):
        changes = {"co_name": f"name{number}", "co_filename": f"/file{number}.py", "co_firstlineno": 1234567 + number}
        if sys.version_info >= (3, 11):
            changes["co_qualname"] = f"Outer{number}.name{number}"
        return compile(f"x{number} = {number}", "<example>", "exec").replace(**changes)

    examples = [example(number) for number in range(3)]
    size = types.CodeType.__basicsize__
    contents = [words(id(one), size) for one in examples]

    def pointer(attribute):
        return first(attribute, *(places(c, id(getattr(e, attribute))) for c, e in zip(contents, examples)))

    numbers = (places32(read(id(e), size), e.co_firstlineno) for e in examples)
    return {
        "code_filename": pointer("co_filename"),
        "code_name": pointer("co_qualname" if sys.version_info >= (3, 11) else "co_name"),
        "code_lines": pointer("co_linetable"),
        "code_first_line": first("co_firstlineno", *numbers),
    }


def objects():
    """In objects: the type; in bytes and str: length and content."""
    raw = bytes(range(200, 231))
    found = {
        "object_type": first("the type of an object", places(words(id(raw), 64), id(bytes))),
        "bytes_length": first("the length of bytes", places(words(id(raw), 64), len(raw))),
        "bytes_data": read(id(raw), 128).index(raw),
    }
    texts = ["".join([character] * 37) for character in "a\xe9\u0416\U0001f600"]
    data = [read(id(text), 256) for text in texts]
    found["text_length"] = first("the length of str", *(places(words(id(t), 64), len(t)) for t in texts))
    found["ascii_data"] = data[0].index(texts[0].encode("ascii"))
    found["text_data"] = data[2].index(texts[2].encode("utf-16-le"))
    # Two bit fields: how wide a character is (1, 2 or 4 bytes), and whether all are ASCII.
    for place in range(found["text_length"] + 8, 64, 4):
        states = [struct.unpack_from("<I", one, place)[0] for one in data]
        kinds = [s for s in range(30) if [state >> s & 7 for state in states] == [1, 1, 2, 4]]
        ascii_bits = [b for b in range(32) if [state >> b & 1 for state in states] == [1, 0, 0, 0]]
        if kinds and ascii_bits:
            return {**found, "text_state": place, "text_kind_shift": kinds[0], "text_ascii_shift": ascii_bits[0]}
    raise NotFound("the kind of str")


def local_names():
    """In a code object: the tuple of the names of its local variables; in a tuple: length and items."""

    def example(number):
        names = [f"first{number}", f"second{number}", f"third{number}"]
        scope = {}
        exec(f"def f({', '.join(names)}): pass", scope)
        return scope["f"].__code__

    three = ("x", "y", "z", "w", "v", "u", "t")
    found = {
        "tuple_length": first("the length of a tuple", places(words(id(three), 64), len(three))),
        "tuple_items": first("the items of a tuple", places(words(id(three), 64), id(three[0]))),
    }

    def candidates(code):
        size = found["tuple_items"] + 8 * 3
        wanted = tuple(map(id, code.co_varnames))
        content = words(id(code), types.CodeType.__basicsize__)
        return {
            8 * i
            for i, word in enumerate(content)
            if 1 << 16 < word < 1 << 47 and words(word, size)[-3:] == wanted and words(word, 16)[1] == id(tuple)
        }

    found["code_locals"] = first("the names of local variables", *map(candidates, map(example, range(3))))
    return found


def containers(base):
    """The types of containers that are built in: name, place of the type, place of the length in an object of it."""

    def length(make):
        examples = [make(size) for size in (1237, 4099)]
        return first("a length", *(places(words(id(one), 128), len(one)) for one in examples))

    makers = {
        list: lambda n: [0] * n,
        tuple: lambda n: (0,) * n,
        dict: lambda n: dict.fromkeys(range(n)),
        set: lambda n: set(range(n)),
        frozenset: lambda n: frozenset(range(n)),
        str: lambda n: "x" * n,
        bytes: lambda n: b"x" * n,
        bytearray: lambda n: bytearray(n),
    }
    return [{"name": t.__name__, "type": id(t) - base, "length": length(make)} for t, make in makers.items()]


def layout():
    """All of it."""
    if sys.implementation.name != "cpython" or struct.calcsize("P") != 8 or sys.byteorder != "little":
        raise NotFound("a 64-bit CPython")
    if sysconfig.get_config_var("Py_GIL_DISABLED"):
        raise NotFound("a global interpreter lock: free-threaded builds keep their frames differently, which")
    library, base, address, size = runtime()
    state, found = thread_states(address)
    found.update(frames(state))
    return {
        "python": sys.version.split()[0],
        "library": library,
        "runtime": address - base,
        "runtime_size": size,
        "code_type": id(types.CodeType) - base,
        "text_type": id(str) - base,
        "none": id(None) - base,
        "page_size": os.sysconf("SC_PAGE_SIZE"),
        "ranges": sys.version_info >= (3, 11),
        **found,
        **code(),
        **objects(),
        **local_names(),
        "containers": containers(base),
    }


def main():
    try:
        answer = layout()
    except NotFound as missing:
        answer = {"missing": str(missing)}
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
