"""Lean Desktop: the workbench of a Lean/TPM coordinator, in one file and without a network."""

__version__ = "0.1.0"
