package dev.pareto.ui.fx;

import static java.nio.charset.StandardCharsets.US_ASCII;

import javafx.scene.image.Image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// Writes an image as PNG (RFC 2083: 8 bits a channel, RGBA, no filter); `javafx-swing`, which
/// could do it, is not part of the product.
final class Png {
    private Png() {}

    static byte[] of(Image image) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = image.getPixelReader();
        var rows = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(rows)) {
            for (int y = 0; y < height; y++) {
                var row = ByteBuffer.allocate(1 + 4 * width).put((byte) 0);
                for (int x = 0; x < width; x++) {
                    row.putInt(Integer.rotateLeft(pixels.getArgb(x, y), 8));
                }
                deflated.write(row.array());
            }
        }
        var png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        png.write(chunk("IHDR", header.put(new byte[] {8, 6, 0, 0, 0}).array()));
        png.write(chunk("IDAT", rows.toByteArray()));
        png.write(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        var checked = ByteBuffer.allocate(4 + data.length).put(type.getBytes(US_ASCII)).put(data);
        var crc = new CRC32();
        crc.update(checked.array());
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(checked.array())
                .putInt((int) crc.getValue())
                .array();
    }
}
