package dev.pareto.python;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/// By what a changed file is known without reading it. On Unix the time of the last change of
/// anything about the file is part of it, which no program can set back.
record FileStamp(Map<String, Object> attributes) {
    private static final String ASKED =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix")
                    ? "unix:size,lastModifiedTime,ctime,ino,mode"
                    : "size,lastModifiedTime,creationTime";

    static FileStamp of(Path file) throws IOException {
        return new FileStamp(Files.readAttributes(file, ASKED, LinkOption.NOFOLLOW_LINKS));
    }
}
