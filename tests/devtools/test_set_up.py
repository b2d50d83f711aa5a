import re
import tomllib

from devtools.terminal import ROOT


def test_the_lock_pins_every_package_with_hashes_and_names_no_host() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = re.findall(r"(?m)^[a-z0-9.-]+==\S+.*?(?=^\S|\Z)", lock + "\n", re.DOTALL)

    assert pinned
    assert all("--hash=sha256:" in package for package in pinned)
    assert not re.search(r"https?:|file:|index-url|find-links", lock)


def test_the_lock_holds_every_package_the_project_asks_for() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = {re.split(r"[<>=!~ \[]", line)[0].lower() for line in asked}

    locked = set(re.findall(r"(?m)^([a-z0-9.-]+)==", lock))

    assert {name.replace("_", "-") for name in names} <= locked
