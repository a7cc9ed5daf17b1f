"""Faults of the machine or of the caller.

A fault in a content file is never an exception: it is a
:class:`lpsa_build.source.finding.Finding`.

    LpsaError
    ├── UsageError      the command was called in a way that cannot work
    └── MachineError    a disk, a permission or an installation failed
"""


class LpsaError(Exception):
    """Any fault that ends a command with exit status 2."""


class UsageError(LpsaError):
    """The caller named something that does not exist or does not fit together."""


class MachineError(LpsaError):
    """The machine failed: a folder cannot be read or written."""
