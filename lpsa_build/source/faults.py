"""The kinds of faults that are found while reading. Codes are permanent and never reused.

Families: 0 reading, 1 identity and labels, 2 relations, 4 usage in prose, 6 frameworks and
assessments, 7 publishing and permanence.
"""

from __future__ import annotations

from lpsa_build.source.finding import Fault, Severity

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE

NOT_UTF8 = Fault("LPSA001", "not-utf8", ERROR, "The file is not saved as UTF-8 text.")
BYTE_ORDER_MARK = Fault(
    "LPSA002", "byte-order-mark", WARNING, "The file begins with an invisible byte order mark."
)
CARRIAGE_RETURN = Fault(
    "LPSA003", "carriage-return", ADVICE, "The lines end in the Windows way (CR LF)."
)
HIDDEN_CHARACTER = Fault(
    "LPSA004",
    "hidden-character",
    ERROR,
    "The text holds a control, private-use or direction-overriding character.",
)
EMPTY_FILE = Fault("LPSA005", "empty-file", ERROR, "The file is empty.")
MISSING_FRONT_MATTER = Fault(
    "LPSA006", "missing-front-matter", ERROR, "The file does not begin with a front matter block."
)
UNCLOSED_FRONT_MATTER = Fault(
    "LPSA007", "unclosed-front-matter", ERROR, "The front matter has no closing line of hyphens."
)
TAB_INDENT = Fault("LPSA008", "tab-indent", ERROR, "A tab is used for indentation in YAML.")
INVALID_YAML = Fault("LPSA009", "invalid-yaml", ERROR, "The YAML cannot be read.")
NOT_A_MAPPING = Fault("LPSA010", "not-a-mapping", ERROR, "Lines of `key: value` were expected.")
DUPLICATE_KEY = Fault("LPSA011", "duplicate-key", ERROR, "The same key is given twice.")
UNKNOWN_KEY = Fault("LPSA012", "unknown-key", ERROR, "The key is not one of the known ones.")
MISSING_KEY = Fault("LPSA013", "missing-key", ERROR, "A required key is missing or empty.")
WRONG_TYPE = Fault("LPSA014", "wrong-type", ERROR, "The value is of another kind than expected.")
INVALID_VALUE = Fault("LPSA015", "invalid-value", ERROR, "The value is not one that is allowed.")
YAML_ALIAS = Fault("LPSA016", "yaml-alias", ERROR, "YAML anchors and aliases are not used here.")
YAML_TAG = Fault("LPSA017", "yaml-tag", ERROR, "YAML type tags are not used here.")
TOO_DEEP = Fault("LPSA018", "too-deep", ERROR, "The YAML is nested too deeply.")
TOO_LARGE = Fault("LPSA019", "too-large", ERROR, "The file is larger than allowed.")
UNEXPECTED_FILE = Fault(
    "LPSA020", "unexpected-file", ERROR, "A file of this kind or name is not published."
)
REMOVED_MARKUP = Fault(
    "LPSA021", "removed-markup", ERROR, "HTML that may not be published is taken out."
)
UNSAFE_LINK = Fault("LPSA022", "unsafe-link", ERROR, "The link uses an address that may not be.")

UNEXPLAINED_EXEMPTION = Fault(
    "LPSA031",
    "unexplained-exemption",
    ERROR,
    "A comment turns a finding off without a code or a reason.",
)
NEEDLESS_EXEMPTION = Fault(
    "LPSA032", "needless-exemption", ERROR, "A comment turns off what is not found any more."
)
STALE_BASELINE = Fault(
    "LPSA033", "stale-baseline", ERROR, "The baseline lists a finding that is gone."
)

BAD_ID = Fault("LPSA101", "bad-id", ERROR, "The file name cannot serve as an id.")
REUSED_ID = Fault("LPSA102", "reused-id", ERROR, "The id is already taken by another entry.")

DANGLING_REFERENCE = Fault(
    "LPSA201", "dangling-reference", ERROR, "The entry that is named does not exist."
)

UNKNOWN_MARK = Fault("LPSA401", "unknown-mark", ERROR, "`[[…]]` names no entry of the glossary.")
AMBIGUOUS_MENTION = Fault(
    "LPSA402", "ambiguous-mention", WARNING, "The words may mean more than one entry."
)
BROKEN_LINK = Fault("LPSA403", "broken-link", ERROR, "The page or heading linked to is missing.")
UNKNOWN_CITATION = Fault(
    "LPSA404", "unknown-citation", ERROR, "The cited source is not among the page's sources."
)
EVERYDAY_WORD = Fault(
    "LPSA405",
    "everyday-word",
    ADVICE,
    "A one-word term stands on so many pages that it may be one.",
)

DUPLICATE_CODE = Fault("LPSA601", "duplicate-code", ERROR, "Two items carry the same code.")
UNKNOWN_CODE = Fault(
    "LPSA602", "unknown-code", ERROR, "A score names an item that cannot be scored."
)
SCORE_OFF_SCALE = Fault("LPSA603", "score-off-scale", ERROR, "The score is not on the scale.")
WEIGHTS_SUM = Fault(
    "LPSA604", "weights-sum", ERROR, "The weights of a level do not add up as declared."
)
UNUSABLE_WEIGHT = Fault(
    "LPSA605", "unusable-weight", ERROR, "A weight is negative, or all weights of a level are zero."
)
IDLE_SETTING = Fault(
    "LPSA606", "idle-setting", WARNING, "A setting of the scoring has no effect where it stands."
)
LEVELS_DISAGREE = Fault(
    "LPSA607", "levels-disagree", ERROR, "The names of the levels do not fit the items."
)
SCALE_ON_GROUP = Fault(
    "LPSA608", "scale-on-group", ERROR, "An item has a scale, and parts from which it is computed."
)
UNFIT_AGGREGATION = Fault(
    "LPSA609", "unfit-aggregation", ERROR, "The parts of a level cannot be put together this way."
)
UNUSABLE_RESCALE = Fault(
    "LPSA610", "unusable-rescale", ERROR, "`rescale` begins with a range of no length."
)
CHANGED_DEFINITION = Fault(
    "LPSA611", "changed-definition", WARNING, "A term has changed its meaning since the scoring."
)
UNKNOWN_REVISION = Fault(
    "LPSA612", "unknown-revision", ERROR, "The term has never had the revision that is named."
)
UNRECORDED_REVISION = Fault(
    "LPSA613",
    "unrecorded-revision",
    ADVICE,
    "An item was scored by a term whose revision is not recorded.",
)
MISSING_SCORE = Fault("LPSA614", "missing-score", ADVICE, "Items of the framework have no score.")
UNKNOWN_CRITERION = Fault(
    "LPSA615", "unknown-criterion", ERROR, "A criterion describes no grade of the item's scale."
)

ADDRESS_TAKEN = Fault(
    "LPSA701", "address-taken", ERROR, "An old id would cover the address of another page."
)

FAULTS: tuple[Fault, ...] = tuple(
    sorted(
        (value for value in list(vars().values()) if isinstance(value, Fault)),
        key=lambda fault: fault.code,
    )
)
