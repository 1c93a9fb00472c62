"""A study: what is compared, of which places and dates, and every table of it in one go."""

from __future__ import annotations

from placebench.benchmark.study.choices import (
    METHODS,
    ChangeChoices,
    ConfigurationChoices,
    MaturityChoices,
    OrderChoices,
    PeerChoices,
    Study,
)
from placebench.benchmark.study.run import Differences, StudyRun, differences, run_study
from placebench.benchmark.study.study_file import load_study, parse_study

__all__ = [
    "METHODS",
    "ChangeChoices",
    "ConfigurationChoices",
    "Differences",
    "MaturityChoices",
    "OrderChoices",
    "PeerChoices",
    "Study",
    "StudyRun",
    "differences",
    "load_study",
    "parse_study",
    "run_study",
]
