"""The report: what methods found, laid out for people. It computes nothing itself."""

from placebench.report.report import report, write_report

__all__ = ["report", "write_report"]
