"""Lists what CaseDesk consists of, in CycloneDX: `python3 dev.py sbom FILE`."""

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from devtools.environment import LOCK
from devtools.terminal import ROOT

Component = dict[str, object]

_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
# Of the features Pillow tells: the library, and its licence.
_OF_PILLOW = {
    "avif": ("libavif", "BSD-2-Clause"),
    "freetype2": ("FreeType", "FTL"),
    "fribidi": ("FriBidi", "LGPL-2.1-or-later"),
    "harfbuzz": ("HarfBuzz", "MIT"),
    "jpg": ("libjpeg", "IJG"),
    "jpg_2000": ("OpenJPEG", "BSD-2-Clause"),
    "libjpeg_turbo": ("libjpeg-turbo", "BSD-3-Clause"),
    "libtiff": ("libtiff", "libtiff"),
    "littlecms2": ("Little CMS", "MIT"),
    "raqm": ("Raqm", "MIT"),
    "webp": ("libwebp", "BSD-3-Clause"),
    "zlib": ("zlib", "Zlib"),
    "zlib_ng": ("zlib-ng", "Zlib"),
}
# These tell no version of their own: they are those of the wheel.
_OF_WHEELS = (
    ("libpng (in Pillow)", "libpng-2.0", "pillow"),
    ("Brotli", "MIT", "pillow"),
    ("liblzma", "0BSD", "pillow"),
    ("Zstandard", "BSD-3-Clause", "pillow"),
    ("libxcb", "X11", "pillow"),
    ("libiconv", "LGPL-2.1-or-later", "lxml"),
    ("zlib (in lxml)", "Zlib", "lxml"),
    ("ZXing-C++", "Apache-2.0", "zxing-cpp"),
    ("RapidFuzz C++", "MIT", "rapidfuzz"),
    ("libffi", "MIT", "cffi"),
)


def document() -> dict[str, object]:
    """Return the whole list."""
    project = _project()
    names = runtime_packages()
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "casedesk",
                "name": project["name"],
                "version": project["version"],
                "licenses": [{"expression": project["license"]}],
            }
        },
        "components": [*map(_package, sorted(names)), *native_libraries()],
        "dependencies": [{"ref": "casedesk", "dependsOn": sorted(names)}],
    }


def locked() -> dict[str, tuple[str, list[str]]]:
    """Return version and hashes of every locked package, by its normal name."""
    text = LOCK.read_text(encoding="utf-8")
    starts = [*_PINNED.finditer(text)]
    ends = [*(match.start() for match in starts[1:]), len(text)]
    return {
        normal(match[1]): (match[2], _HASH.findall(text[match.start() : end]))
        for match, end in zip(starts, ends, strict=True)
    }


def runtime_packages() -> set[str]:
    """Return the locked packages that the program needs to run, and what they need."""
    pins, found = locked(), set[str]()
    new = [normal(each) for each in _project()["dependencies"]]
    while new:
        name = new.pop()
        if name in found or name not in pins:
            continue
        try:
            needs = metadata.distribution(name).requires or []
        except metadata.PackageNotFoundError:
            continue  # only another system needs it
        found.add(name)
        new += [normal(each) for each in needs if "extra ==" not in each]
    return found


def normal(requirement: str) -> str:
    """Return the normal form of the name that a requirement begins with."""
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    return re.sub(r"[-_.]+", "-", match[0] if match else "").lower()


def native_libraries() -> Iterator[Component]:
    """Name the libraries inside the wheels, with versions as they tell themselves."""
    yield from _of_the_engine()
    yield from _of_qt()
    from argon2.low_level import ARGON2_VERSION

    version = f"{ARGON2_VERSION >> 4}.{ARGON2_VERSION & 15}"
    yield _library("Argon2", version, "CC0-1.0 OR Apache-2.0", "argon2-cffi-bindings")
    yield from _of_lxml()
    for name, licence, package in _OF_WHEELS:
        yield _library(
            name, f"as in {package} {locked()[package][0]}", licence, package
        )
    from PIL import features

    for feature, (name, licence) in _OF_PILLOW.items():
        found = features.version(feature)
        if found:
            yield _library(name, found, licence, "pillow")


def _of_the_engine() -> Iterator[Component]:
    import sqlcipher3

    connection = sqlcipher3.connect(":memory:")
    connection.execute("PRAGMA key = 'x'")
    (cipher,) = connection.execute("PRAGMA cipher_version").fetchone()
    (provider,) = connection.execute("PRAGMA cipher_provider_version").fetchone()
    connection.close()
    yield _library("SQLite", sqlcipher3.sqlite_version, "blessing", "sqlcipher3")
    yield _library("SQLCipher", cipher.split()[0], "BSD-3-Clause", "sqlcipher3")
    openssl = re.sub(r"^OpenSSL (\S+).*", r"\1", provider)
    yield _library("OpenSSL", openssl, "Apache-2.0", "sqlcipher3")


def _of_lxml() -> Iterator[Component]:
    from lxml import etree

    inside = (("libxml2", etree.LIBXML_VERSION), ("libxslt", etree.LIBXSLT_VERSION))
    for name, version in inside:
        yield _library(name, ".".join(map(str, version)), "MIT", "lxml")


def _of_qt() -> Iterator[Component]:
    from PySide6.QtCore import qVersion

    qt = qVersion()
    yield _library("Qt", qt, "LGPL-3.0-only", "pyside6-essentials")
    # These tell no version of their own; they are those of this Qt.
    inside = (
        ("PDFium", "BSD-3-Clause AND Apache-2.0", "pyside6-pdf"),
        ("FreeType (in Qt)", "FTL", "pyside6-essentials"),
        ("HarfBuzz (in Qt)", "MIT", "pyside6-essentials"),
        ("libpng (in Qt)", "libpng-2.0", "pyside6-essentials"),
        ("libjpeg-turbo (in Qt)", "BSD-3-Clause", "pyside6-essentials"),
    )
    for name, licence, package in inside:
        yield _library(name, f"as in Qt {qt}", licence, package)


def _package(name: str) -> Component:
    version, hashes = locked()[name]
    about = metadata.metadata(name)
    licence = _said(about, "License-Expression")
    classes = [
        each.rpartition(" :: ")[2]
        for each in about.get_all("Classifier") or []
        if each.startswith("License ::")
    ]
    of_hand = {"sqlcipher3": "Zlib"}.get(name, "see the package")
    told = " OR ".join(classes) or _said(about, "License") or of_hand
    return {
        "type": "library",
        "bom-ref": name,
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name}@{version}",
        "licenses": [
            {"expression": licence} if licence else {"license": {"name": told}}
        ],
        # The same version is locked as several files, one for each system.
        "externalReferences": [
            {
                "type": "distribution",
                "url": f"pkg:pypi/{name}@{version}",
                "hashes": [{"alg": "SHA-256", "content": each} for each in hashes],
            }
        ],
    }


def _said(about: metadata.PackageMetadata, field: str) -> str:
    """Return the first line of a field, or nothing if the package leaves it out."""
    lines = about[field].strip().splitlines() if field in about else []
    return lines[0] if lines else ""


def _library(name: str, version: str, licence: str, package: str) -> Component:
    is_expression = " OR " in licence or " AND " in licence
    return {
        "type": "library",
        "bom-ref": f"{package}/{name}",
        "name": name,
        "version": version,
        "licenses": [
            {"expression": licence} if is_expression else {"license": {"id": licence}}
        ],
        "properties": [{"name": "casedesk:inside", "value": package}],
    }


def _project() -> dict[str, str]:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project: dict[str, str] = tomllib.loads(text)["project"]
    return project


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(
        json.dumps(document(), indent=2) + "\n", encoding="utf-8"
    )
