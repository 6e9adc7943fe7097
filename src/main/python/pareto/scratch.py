"""How much a program left in its scratch folder."""

import os


def size(folder):
    """Bytes that the files below a folder occupy; links are not followed."""
    total = 0
    waiting = [folder]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    else:
                        status = entry.stat(follow_symlinks=False)
                        total += status.st_blocks * 512 if hasattr(status, "st_blocks") else status.st_size
        except OSError:
            continue
    return total
