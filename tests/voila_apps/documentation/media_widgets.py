# %%
"""ipywidgets' own notebook "Media widgets", from its documentation."""

# Here: the files that the documentation brings beside itself, made small.
import os, struct, tempfile, wave, zlib

def _png(width, height):
    row = b"\0" + bytes(range(0, 255, 255 // width + 1)).ljust(3 * width, b"\x60")[: 3 * width]
    def chunk(kind, data):
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))
    head = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(row * height)) + chunk(b"IEND", b"")

os.chdir(tempfile.mkdtemp())
os.mkdir("images")
for name, size in {"WidgetArch": (300, 200), "gaussian_with_grid": (600, 300), "gaussian_with_grid_tiny": (50, 25)}.items():
    with open(f"images/{name}.png", "wb") as file:
        file.write(_png(*size))
for name in ("images/Big.Buck.Bunny.mp3", "images/Big.Buck.Bunny.mp4"):
    with wave.open(name, "wb") as sound:
        sound.setnchannels(1), sound.setsampwidth(1), sound.setframerate(8000)
        sound.writeframes(bytes(8000))

# %%
from ipywidgets import Image, Video, Audio

# %%
Image.from_file("images/WidgetArch.png")

# %%
video1 = Video.from_file("images/Big.Buck.Bunny.mp4")

# %%
video1

# %%
video1

# %%
video2 = Video.from_url("https://webrtc.github.io/samples/src/video/chrome.webm", autoplay=False)
video2

# %%
Audio.from_file("images/Big.Buck.Bunny.mp3", controls=True)
