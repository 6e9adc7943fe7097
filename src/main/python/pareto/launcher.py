"""Starts the launcher (launching.py), always from byte code.

Compiling leaves megabytes behind. A program that is forked would begin with them, and a small one would report them as its own
peak memory. What is executed directly is compiled each time, hence this little file; and where there is no byte code yet, we
begin anew once it is there.
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
CODE = os.path.join(HERE, "__pycache__", f"launching.{sys.implementation.cache_tag}.pyc")

sys.path.insert(0, HERE)  # -I leaves it out
was_compiled = os.path.exists(CODE)

import launching  # noqa: E402

if not was_compiled and os.path.exists(CODE):
    os.execv(sys.executable, sys.orig_argv)
launching.main()
