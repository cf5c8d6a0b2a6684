"""What a printer and a scanner that are not ours make of a PDF: its pages as pictures, and the square codes on them."""

import pypdfium2
import zxingcpp
from PIL.Image import Image

PIXELS_PER_INCH = 144


def pictures(pdf: bytes) -> list[Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=PIXELS_PER_INCH / 72).to_pil().convert("L") for page in document]


def square_codes(pdf: bytes) -> list[str]:
    return [found.text for picture in pictures(pdf) for found in zxingcpp.read_barcodes(picture)]
