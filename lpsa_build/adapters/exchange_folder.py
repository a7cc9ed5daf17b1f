"""A build goes into a folder beside the site and takes its place when all has succeeded."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from lpsa_build.errors import MachineError


@dataclass(frozen=True)
class BuildFolder:
    """The folder of the published site, and the one in which the next build grows."""

    site: Path
    work: Path

    @classmethod
    def beside(cls, site: Path) -> BuildFolder:
        """Return the build folder for ``site``, on the same disk."""
        site = site.resolve()
        return cls(site, site.with_name(f".{site.name}.building-{os.getpid()}"))

    def publish(self) -> None:
        """Put the finished build in the place of the site.

        Raises:
            MachineError: a folder cannot be renamed; the site is then as it was.
        """
        old = self.site.with_name(f".{self.site.name}.old-{os.getpid()}")
        try:
            if self.site.exists():
                self.site.rename(old)
            self.work.rename(self.site)
        except OSError as error:
            if old.exists() and not self.site.exists():
                old.rename(self.site)
            raise MachineError(f"{self.site} cannot be replaced: {error.strerror}.") from error
        shutil.rmtree(old, ignore_errors=True)

    def discard(self) -> None:
        """Throw an unfinished build away."""
        shutil.rmtree(self.work, ignore_errors=True)
