"""The practice's logo, if it can be read."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.platypus.flowables import Flowable

LARGEST_PIXELS = 1200
_BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    TypeError,
    IndexError,
    MemoryError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)


def picture(data: bytes | None) -> ImageReader | None:
    """Return the picture on white ground, or `None` if it cannot be read."""
    if not data:
        return None
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
            image.draft("RGB", (LARGEST_PIXELS, LARGEST_PIXELS))
            image.thumbnail((LARGEST_PIXELS, LARGEST_PIXELS))
            opaque = image.convert("RGBA")
    except _BROKEN:
        return None
    ground = Image.new("RGBA", opaque.size, "white")
    ground.alpha_composite(opaque)
    return ImageReader(ground.convert("RGB"))


class Logo(Flowable):
    """A picture as large as its frame allows, at the right edge."""

    def __init__(self, image: ImageReader, width: float, height: float) -> None:
        super().__init__()
        self._image = image
        across, down = image.getSize()
        scale = min(width / across, height / down)
        self._size = across * scale, down * scale
        self.width = width
        self.height = down * scale

    def draw(self) -> None:
        """Draw the picture."""
        width, height = self._size
        self.canv.drawImage(self._image, self.width - width, 0, width, height)
