from __future__ import annotations

from typing import Any

import pytest

from devtools import sbom


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
    "name", ["SQLite", "SQLCipher", "OpenSSL", "Qt", "PDFium", "Argon2", "FreeType"]
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
