package dev.pareto.python;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Reads from `/proc/PID/net` where sockets are connected to; see proc_pid_net(5).
final class Connections {
    private static final List<String> TABLES = List.of("tcp", "tcp6", "udp", "udp6");
    private static final int REMOTE = 2;
    private static final int INODE = 9;

    private Connections() {}

    /// Those that lead beyond this machine.
    ///
    /// @param process its folder in /proc; @param sockets by their inodes
    static Set<String> of(Path process, Set<String> sockets) {
        var found = new TreeSet<String>();
        for (String table : TABLES) {
            try {
                Files.readString(process.resolve("net").resolve(table))
                        .lines()
                        .skip(1)
                        .map(line -> line.strip().split("\\s+"))
                        .filter(row -> row.length > INODE && sockets.contains(row[INODE]))
                        .map(row -> remote(row[REMOTE]))
                        .filter(remote -> !remote.isEmpty())
                        .forEach(remote -> found.add(table.substring(0, 3) + " " + remote));
            } catch (IOException e) {
                // It has ended, or there is no such protocol here.
            }
        }
        return found;
    }

    /// `0100007F:1F90` as an address and a port; empty for none, and for this machine itself.
    static String remote(String entry) {
        int colon = entry.indexOf(':');
        byte[] raw = HexFormat.of().parseHex(entry.substring(0, colon));
        // Each word of four bytes is in the machine's order, which is little-endian wherever
        // CPython is built for today.
        byte[] address = new byte[raw.length];
        for (int i = 0; i < raw.length; i++) {
            address[i] = raw[i / 4 * 4 + 3 - i % 4];
        }
        try {
            InetAddress other = InetAddress.getByAddress(address);
            int port = Integer.parseInt(entry.substring(colon + 1), 16);
            return other.isAnyLocalAddress() || other.isLoopbackAddress()
                    ? ""
                    : other.getHostAddress() + ":" + port;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address: " + entry, e);
        }
    }
}
