"""What belongs to a run on Windows: a job object holds the program and all that it starts. Written with care, untested."""

import ctypes
import subprocess
from ctypes import wintypes

_ACCOUNTING = 1  # JobObjectBasicAccountingInformation
_LIMITS = 9  # JobObjectExtendedLimitInformation
_KILL_ON_CLOSE = 0x2000  # JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
_TICK = 1e-7  # seconds


class _Accounting(ctypes.Structure):
    _fields_ = [
        ("user", ctypes.c_int64),
        ("kernel", ctypes.c_int64),
        ("period_user", ctypes.c_int64),
        ("period_kernel", ctypes.c_int64),
        ("faults", ctypes.c_uint32),
        ("total", ctypes.c_uint32),
        ("active", ctypes.c_uint32),
        ("terminated", ctypes.c_uint32),
    ]


class _Limits(ctypes.Structure):
    _fields_ = [
        ("process_user_time", ctypes.c_int64),
        ("job_user_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
        ("counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    ]


def _kernel():
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    kernel.CreateJobObjectW.argtypes = [ctypes.c_void_p, wintypes.LPCWSTR]
    kernel.AssignProcessToJobObject.argtypes = [wintypes.HANDLE, wintypes.HANDLE]
    kernel.TerminateJobObject.argtypes = [wintypes.HANDLE, wintypes.UINT]
    kernel.SetInformationJobObject.argtypes = [wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD]
    kernel.QueryInformationJobObject.argtypes = [
        wintypes.HANDLE,
        ctypes.c_int,
        ctypes.c_void_p,
        wintypes.DWORD,
        ctypes.c_void_p,
    ]
    kernel.CloseHandle.argtypes = [wintypes.HANDLE]
    return kernel


class Job:
    """What belongs to one run. When we end, the system ends it all."""

    def __init__(self):
        self.kernel = _kernel()
        self.handle = self.kernel.CreateJobObjectW(None, None)
        if not self.handle:
            raise ctypes.WinError(ctypes.get_last_error())
        limits = _Limits(flags=_KILL_ON_CLOSE)
        self.kernel.SetInformationJobObject(self.handle, _LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))

    def __del__(self):
        self.kernel.CloseHandle(self.handle)

    def _ask(self, kind, answer):
        self.kernel.QueryInformationJobObject(
            self.handle, kind, ctypes.byref(answer), ctypes.sizeof(answer), None
        )
        return answer

    @staticmethod
    def marks():
        return {}

    @staticmethod
    def how_to_start():
        return {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}

    def begin(self, process):
        # What a program starts within its first microseconds may escape; Popen cannot start it suspended.
        self.kernel.AssignProcessToJobObject(self.handle, int(process._handle))

    def collect(self, process):
        """Waits for the program; its figures, with those of all in the job."""
        status = process.wait()
        used = self._ask(_ACCOUNTING, _Accounting())
        return {
            "status": status,
            "signal": None,
            "user": used.user * _TICK,
            "system": used.kernel * _TICK,
            # Committed, which is what the system keeps for a job, and more than resident.
            "peak": self._ask(_LIMITS, _Limits()).peak_process_memory,
            "major_faults": 0,
        }

    def figures(self):
        """How many there are, and the most that they have committed together."""
        return self.living(), self._ask(_LIMITS, _Limits()).peak_job_memory

    def living(self):
        return self._ask(_ACCOUNTING, _Accounting()).active

    def stand(self, still):
        """A system without such signals lets them run."""

    def kill(self):
        self.kernel.TerminateJobObject(self.handle, 1)
