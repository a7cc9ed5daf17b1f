"""English words that leave people out or hurt them, each with a plain equal."""

from __future__ import annotations

import re

INSTEAD = {
    "chairman": "chair",
    "chairmen": "chairs",
    "councilman": "council member",
    "councilmen": "council members",
    "congressman": "member of congress",
    "spokesman": "spokesperson",
    "policeman": "police officer",
    "policemen": "police officers",
    "fireman": "firefighter",
    "firemen": "firefighters",
    "businessman": "businessperson",
    "businessmen": "business people",
    "layman": "layperson",
    "middleman": "intermediary",
    "middlemen": "intermediaries",
    "foreman": "supervisor",
    "workmen": "workers",
    "manpower": "staff",
    "mankind": "humanity",
    "man-made": "made by people",
    "he or she": "they",
    "his or her": "their",
    "he/she": "they",
    "his/her": "their",
    "the disabled": "people with disabilities",
    "the handicapped": "people with disabilities",
    "the elderly": "older people",
    "third world": "low-income countries",
    "underdeveloped countries": "low-income countries",
    "illegal immigrants": "irregular migrants",
    "illegal migrants": "irregular migrants",
    "blacklist": "blocklist",
    "whitelist": "allowlist",
    "master/slave": "primary/replica",
}
"""Offices that have such a name by law are not among them: ombudsman, alderman."""
_PATTERNS = (re.escape(word).replace("the\\ ", "[Tt]he\\ ") for word in INSTEAD)
DATED = re.compile(rf"(?<![\w-])(?:{'|'.join(_PATTERNS)}|He or she|His or her)(?![\w-])")
"""Small letters only: capitals are names and titles."""
