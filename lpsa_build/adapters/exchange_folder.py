"""A build goes into a folder beside the site and takes its place when all has succeeded."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from glob import escape
from pathlib import Path
from secrets import token_hex

from lpsa_build.errors import MachineError

LONGEST_BUILD = 60 * 60
"""Seconds after which a folder that no build has removed was left by one that was killed."""


@dataclass(frozen=True)
class BuildFolder:
    """The folder of the published site, the one in which the next build grows, and one aside."""

    site: Path
    work: Path
    old: Path

    @classmethod
    def beside(cls, site: Path) -> BuildFolder:
        """Return the build folder for ``site``, on the same disk; tidy up after killed builds."""
        site = site.resolve()
        name, mark = f".{site.name}", token_hex(4)
        folder = cls(site, *(site.with_name(f"{name}.{k}-{mark}") for k in ("building", "old")))
        folder._tidy()
        return folder

    def publish(self) -> None:
        """Put the finished build in the place of the site.

        Raises:
            MachineError: a folder cannot be renamed; the site is then as it was.
        """
        try:
            if self.site.exists():
                self.site.rename(self.old)
            self.work.rename(self.site)
        except OSError as error:
            if self.old.exists() and not self.site.exists():
                self.old.rename(self.site)
            raise MachineError(f"{self.site} cannot be replaced: {error.strerror}.") from error
        shutil.rmtree(self.old, ignore_errors=True)

    def discard(self) -> None:
        """Throw an unfinished build away."""
        shutil.rmtree(self.work, ignore_errors=True)

    def _tidy(self) -> None:
        """Put a site back that was set aside and never replaced; remove what is left over."""
        name = escape(f".{self.site.name}")
        for old in self.site.parent.glob(f"{name}.old-*"):
            if not self.site.exists():
                old.rename(self.site)
        for kind in ("building", "old"):
            for left in self.site.parent.glob(f"{name}.{kind}-*"):
                if time.time() - left.stat().st_mtime > LONGEST_BUILD:
                    shutil.rmtree(left, ignore_errors=True)
