"""A paper as a file for the archive (PDF/A): it says what its colours mean."""

from __future__ import annotations

from io import BytesIO


def as_archive(pdf: bytes) -> bytes:
    """Return the paper with the profile of its colours, which PDF/A demands."""
    from PIL import ImageCms
    from pypdf import PdfWriter
    from pypdf.generic import (
        ArrayObject,
        DictionaryObject,
        NameObject,
        NumberObject,
        StreamObject,
        TextStringObject,
    )

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    writer = PdfWriter(clone_from=BytesIO(pdf))
    stream = StreamObject()
    stream.set_data(profile)
    stream[NameObject("/N")] = NumberObject(3)
    colours = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/OutputIntent"),
            NameObject("/S"): NameObject("/GTS_PDFA1"),
            NameObject("/OutputConditionIdentifier"): TextStringObject("sRGB"),
            NameObject("/Info"): TextStringObject("sRGB"),
            # pypdf gives no public way to add an object that is no page.
            NameObject("/DestOutputProfile"): writer._add_object(stream),  # noqa: SLF001
        }
    )
    writer.root_object[NameObject("/OutputIntents")] = ArrayObject([colours])
    written = BytesIO()
    writer.write(written)
    return written.getvalue()
