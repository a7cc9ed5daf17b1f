"""Random frameworks with random assessments, to compare one implementation of scoring with another.

``python -m tests.score_samples 1000 7`` prints as many, from that seed, in the form of
``tests/vectors/scoring.json``: ``expected`` names every item and all that is said of it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from random import Random
from typing import Any

from lpsa_build.exchange.json import framework_data, result_data
from lpsa_build.model.framework import Framework
from lpsa_build.score.assess import assess

WAYS = ("mean", "weighted_mean", "sum", "weighted_sum", "min", "max", "none")
LETTERS = [("A", "4"), ("B", "3"), ("C", "2"), ("D", "1")]
HALVES = [*LETTERS, ("B+", "3.5"), ("C+", "2.5"), ("D+", "1.5")]
NUMBERS = ("0", "1", "2", "3", "1/3", "2/7", "0.1", "0.25", "2.75", "-1", "-0.5", "10", "99")
HEAD = {"version": "1", "publisher": "Nobody", "licence": "None", "confidence": "unknown"}


def read_framework(data: Mapping[str, Any]) -> Framework:
    """Return a framework from the plain data in which it is exchanged."""
    return Framework.model_validate({key: data[key] for key in data if key != "pefa_m2"})


def random_framework(random: Random, *, sound: bool = True) -> Framework:
    """Return a framework of one to four levels.

    A ``sound`` one has no fault of structure, and no range that turns the order round.
    """
    return read_framework(
        {
            "title": "Sample",
            "summary": "Random",
            **HEAD,
            "scales": _scales(random),
            "not_rated": [
                {"code": "NA", "label": "not applicable", "effect": "exclude"},
                {"code": "D*", "label": "insufficient", "effect": "lowest"},
            ],
            **_level(random, sound=sound),
            "structure": {
                "levels": ["one", "two", "three", "four"],
                "items": _items(random, "", random.choice((0, 1, 1, 2, 2, 3)), sound=sound),
            },
        }
    )


def random_scores(random: Random, framework: Framework) -> dict[str, str]:
    """Return scores: most items rated, some excluded or missing, now and then one that is wrong."""
    scores: dict[str, str] = {}
    usual = random.choice((0.7, 0.95, 1.0))
    for _, item in framework.walk():
        scale = framework.scale_of(item)
        if scale is None:
            continue
        if random.random() < usual:
            scores[item.code] = random_score(random, framework, item.scale or "")
        else:
            other = random.choice(("NA", "NA", "D*", "", "NaN", "1e3", "7777", "٣"))
            if other:
                scores[item.code] = other
    if random.random() < 0.05:
        scores["no such code"] = "1"
    return scores


def random_score(random: Random, framework: Framework, name: str) -> str:
    """Return a score that lies on the scale."""
    scale = framework.scales[name]
    if scale.kind == "ordered":
        return random.choice(scale.values).code
    span = scale.max - scale.min
    return str(scale.min + span * random.randint(0, 12) / random.choice((12, 12, 24, 36)))


def samples(count: int, seed: int) -> dict[str, Any]:
    """Return so many vectors, each with a framework of its own."""
    frameworks: dict[str, Any] = {}
    vectors = []
    for number in range(count):
        random = Random(f"{seed}/{number}")
        framework = random_framework(random, sound=random.random() < 0.8)
        scores = random_scores(random, framework)
        frameworks[str(number)] = framework_data(framework)
        vectors.append(
            {
                "name": f"sample {number}",
                "framework": str(number),
                "scores": scores,
                "expected": _expected(result_data(assess(framework, scores))),
            }
        )
    return {"frameworks": frameworks, "vectors": vectors}


def _expected(result: dict[str, Any]) -> dict[str, Any]:
    items = {
        item["code"]: {key: item[key] for key in item if key not in {"code", "title"}}
        for item in result["items"]
    }
    return {"items": items, "overall": result["overall"]}


def _scales(random: Random) -> dict[str, Any]:
    low, high = sorted(random.sample(range(-3, 12), 2))
    points = sorted(random.sample(NUMBERS, 3))
    return {
        "letters": {"kind": "ordered", "values": _grades(LETTERS)},
        "halves": {"kind": "ordered", "values": _grades(HALVES)},
        "answers": {"kind": "ordered", "values": _grades([("yes", "1"), ("no", "0")])},
        "odd": {"kind": "ordered", "values": _grades(list(zip("xyz", points, strict=True)))},
        "number": {"kind": "number", "min": str(low), "max": f"{high}"},
        "share": {"kind": "number", "min": "0", "max": "1/3"},
    }


def _grades(pairs: list[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"code": code, "points": points} for code, points in pairs]


def _level(random: Random, *, sound: bool) -> dict[str, Any]:
    level: dict[str, Any] = {"aggregation": random.choice(WAYS)}
    if random.random() < 0.3:
        first, second = sorted(random.sample(range(-5, 30), 2))
        level["rescale"] = {
            "from": [str(first), str(first if not sound and random.random() < 0.2 else second)],
            "to": ["0", "100"] if sound or random.random() < 0.5 else ["100", "-1/3"],
        }
    if random.random() < 0.4:
        level["display"] = random.choice(
            [{"decimals": str(random.randint(0, 4))}, {"scale": "halves"}, {"scale": "odd"}]
        )
    return level


def _items(random: Random, above: str, depth: int, *, sound: bool) -> list[dict[str, Any]]:
    items = []
    for number in range(1, random.randint(1, 5) + 1):
        item: dict[str, Any] = {"code": f"{above}{number}", "title": f"Item {number}"}
        if random.random() < 0.5:
            item["weight"] = random.choice(("0", "1", "2", "1/3", "0.5", "13"))
        if depth and random.random() < 0.2:
            item |= _pefa(random, item["code"], sound=sound)
        elif depth and random.random() < 0.8:
            item["items"] = _items(random, f"{item['code']}.", depth - 1, sound=sound)
            item |= _level(random, sound=sound) if random.random() < 0.7 else {}
        elif random.random() < 0.95:
            item["scale"] = random.choice(
                ("letters", "halves", "answers", "odd", "number", "share")
            )
        items.append(item)
    return items


def _pefa(random: Random, code: str, *, sound: bool) -> dict[str, Any]:
    most, scale = (4, "letters") if sound else (5, random.choice(("letters", "halves", "number")))
    return {
        "aggregation": random.choice(("pefa_m1", "pefa_m2")),
        "display": {"scale": "halves"},
        "items": [
            {"code": f"{code}.{n}", "title": f"Dimension {n}", "scale": scale}
            for n in range(1, random.randint(1, most) + 1)
        ],
    }


if __name__ == "__main__":
    made = samples(int(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.write(json.dumps(made, ensure_ascii=False) + "\n")
