"""Finds a Chromium for the tests that need a real browser, or installs one: Debian's where that may be done, else
Playwright's own. Prints what the tests will use."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def installed() -> str | None:
    """The path of a browser of the system."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def own() -> str | None:
    """The path of the browser that Playwright has installed."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.exists() else None


def install() -> None:
    if shutil.which("apt-get") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["install"], ["update"], ["install"]):
            packages = ["--no-install-recommends", "chromium"] if command == ["install"] else []
            done = subprocess.run(["apt-get", "-y", "-qq", *command, *packages], env=environment, stdout=sys.stderr)
            if done.returncode == 0 and installed():
                return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], stdout=sys.stderr)


def main() -> int:
    if not (installed() or own()):
        install()
    found = installed() or own()
    print(
        found or "no browser could be found or installed; install Debian's chromium or Google Chrome", file=sys.stderr
    )
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
