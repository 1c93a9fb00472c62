"""Plugins that are made of a file: the profile of a system, and a framework."""

from __future__ import annotations

from pathlib import Path

from placebench.frameworks import FrameworkPlugin
from placebench.profiles import ProfilePlugin

ROOT = Path(__file__).parents[2]
BOLTON = ROOT / "plugins" / "placebench-bolton"
PROFILE = ProfilePlugin(BOLTON / "src" / "placebench_bolton" / "profile.toml")
FRAMEWORK = FrameworkPlugin(ROOT / "examples" / "frameworks" / "place-working.toml")
