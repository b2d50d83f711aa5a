from __future__ import annotations

import re
from importlib import metadata
from typing import Any

import pytest

from devtools import sbom

# Compiled from Python or from the package's own code: nobody else's lies inside.
OWN_CODE_ALONE = {"charset-normalizer", "shiboken6"}
# What a file beside Pillow is called, and what its library.
OTHERWISE = {
    "brotlicommon": "brotli",
    "brotlidec": "brotli",
    "jpeg": "jpegturbo",
    "lcms": "littlecms",
    "openjp": "openjpeg",
    "sharpyuv": "webp",
    "webpdemux": "webp",
    "webpmux": "webp",
    "zstd": "zstandard",
    "Xau": "xcb",
}


@pytest.fixture(scope="module")
def components() -> dict[str, dict[str, Any]]:
    listed: Any = sbom.document()["components"]
    return {each["name"]: each for each in listed}


def test_every_package_needed_to_run_is_named_as_it_is_locked(
    components: dict[str, dict[str, Any]],
) -> None:
    direct = {sbom.normal(each) for each in sbom._project()["dependencies"]}
    pins = sbom.locked()

    assert direct < sbom.runtime_packages()
    for name in sbom.runtime_packages():
        version, hashes = pins[name]
        assert components[name]["version"] == version
        [files] = components[name]["externalReferences"]
        assert len(files["hashes"]) == len(hashes) >= 1


def test_what_only_builds_and_tests_is_left_out(
    components: dict[str, dict[str, Any]],
) -> None:
    assert not {"pytest", "mypy", "pyinstaller"} & {*components}


@pytest.mark.parametrize(
    "name",
    [
        *("SQLite", "SQLCipher", "OpenSSL", "Qt", "PDFium", "Argon2", "FreeType"),
        *("libxml2", "libxslt", "ZXing-C++"),
    ],
)
def test_a_library_inside_a_wheel_is_named_with_its_version(
    components: dict[str, dict[str, Any]], name: str
) -> None:
    found = components[name]

    assert any(letter.isdigit() for letter in found["version"])
    assert found["licenses"]


def test_no_name_of_a_component_is_used_twice() -> None:
    listed: Any = sbom.document()["components"]

    references = [each["bom-ref"] for each in listed]
    assert len(references) == len(set(references))


def test_what_lies_compiled_in_a_wheel_is_named_or_its_own() -> None:
    compiled = {
        name
        for name in sbom.runtime_packages()
        if any(
            file.name.endswith((".so", ".pyd")) or ".so." in file.name
            for file in metadata.files(name) or []
        )
    }
    inside = {each["properties"][0]["value"] for each in natives()}

    assert compiled <= inside | OWN_CODE_ALONE


def test_the_libraries_beside_pillow_are_named() -> None:
    words = [
        "".join(letter for letter in each["name"].lower() if letter.isalpha())
        for each in natives()
    ]
    beside = {
        re.sub(r"^lib|[-.\d].*$", "", file.name)
        for file in metadata.files("pillow") or []
        if file.parent.name == "pillow.libs"
    }

    unnamed = {
        name
        for name in beside
        if not any(OTHERWISE.get(name, name) in word for word in words)
    }
    assert unnamed == set()


# Any: as JSON has it.
def natives() -> list[Any]:
    return [*sbom.native_libraries()]
