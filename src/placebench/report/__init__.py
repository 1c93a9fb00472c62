"""The report: what methods found, laid out for people. It computes nothing itself."""

from placebench.report.figures import write_figures
from placebench.report.report import TITLE, report, write_report

__all__ = ["TITLE", "report", "write_figures", "write_report"]
