/* What scores come to at every level of a framework: the same as lpsa_build/score/, in exact
   fractions. Pure: it touches neither page nor network. A framework comes as in
   data/frameworks/<id>.json; scores are texts by the code of their item. */
(() => {
  "use strict";
  const NUMBER = /^[+-]?[0-9]{1,30}(?:\.[0-9]{1,30}|\/0*[1-9][0-9]{0,29})?$/;
  const MEANS = new Set(["mean", "weighted_mean"]);
  const SUMS = new Set(["sum", "weighted_sum"]);
  const USUAL_DECIMALS = 2;

  /* A fraction in lowest terms, n / d, with d above zero. */
  const absolute = (n) => (n < 0n ? -n : n);
  function fraction(n, d = 1n) {
    let [a, b] = [absolute(n), absolute(d)];
    while (b) [a, b] = [b, a % b];
    if (d < 0n) a = -a;
    return a ? { n: n / a, d: d / a } : { n: 0n, d: 1n };
  }
  const ONE = fraction(1n);
  const add = (a, b) => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
  const negative = (a) => ({ n: -a.n, d: a.d });
  const times = (a, b) => fraction(a.n * b.n, a.d * b.d);
  const over = (a, b) => fraction(a.n * b.d, a.d * b.n);
  const compare = (a, b) => Number(a.n * b.d - b.n * a.d > 0n) - Number(a.n * b.d - b.n * a.d < 0n);
  const total = (values) => values.reduce(add, fraction(0n));
  const lowest = (values) => values.reduce((a, b) => (compare(b, a) < 0 ? b : a));
  const highest = (values) => values.reduce((a, b) => (compare(b, a) > 0 ? b : a));
  const textOf = (a) => (a ? (a.d === 1n ? String(a.n) : `${a.n}/${a.d}`) : null);

  /* The number that is written as 2, -0.5 or 1/3; null if it is none. */
  function parse(text) {
    if (!NUMBER.test(text)) return null;
    const [whole, under] = text.split("/");
    const [digits, decimals = ""] = whole.split(".");
    return fraction(BigInt((digits + decimals).replace("+", "")), under ? BigInt(under) : 10n ** BigInt(decimals.length));
  }

  const sumOf = (parts) => total(parts.map(([value]) => value));
  const weightedSum = (parts) => total(parts.map(([value, weight]) => times(value, weight)));
  function weightedMean(parts) {
    const weights = total(parts.map(([, weight]) => weight));
    return weights.n ? over(weightedSum(parts), weights) : null;
  }
  function weakestLink(values) {
    const least = lowest(values);
    return compare(highest(values), least) > 0 ? add(least, fraction(1n, 2n)) : least;
  }
  function averagingTable(values, table) {
    if (values.length === 1) return values[0];
    const key = [...values].sort(compare).map(textOf).join("");
    return Object.hasOwn(table, key) ? parse(table[key]) : null;
  }

  /* What parts, pairs of value and weight, make up in one way; null where that has no answer. */
  function aggregate(way, parts, table) {
    const values = parts.map(([value]) => value);
    if (!parts.length) return null;
    switch (way) {
      case "mean": return over(sumOf(parts), fraction(BigInt(parts.length)));
      case "weighted_mean": return weightedMean(parts);
      case "sum": return sumOf(parts);
      case "weighted_sum": return weightedSum(parts);
      case "min": return lowest(values);
      case "max": return highest(values);
      case "pefa_m1": return weakestLink(values);
      case "pefa_m2": return averagingTable(values, table);
      default: return null;
    }
  }

  function rescaled(value, rescale) {
    const [low, high, newLow, newHigh] = [...rescale.from, ...rescale.to].map(parse);
    if (!compare(low, high)) return null;
    const share = over(add(value, negative(low)), add(high, negative(low)));
    return add(newLow, times(share, add(newHigh, negative(newLow))));
  }

  /* With so many decimals; a half goes away from zero. */
  function rounded(value, decimals) {
    const scaled = absolute(value.n) * 10n ** BigInt(decimals);
    const whole = (2n * scaled + value.d) / (2n * value.d);
    const digits = String(whole).padStart(decimals + 1, "0");
    const cut = digits.length - decimals;
    return (value.n < 0n && whole ? "-" : "") + digits.slice(0, cut) + (decimals ? `.${digits.slice(cut)}` : "");
  }

  const scaleNamed = (framework, name) =>
    name && Object.hasOwn(framework.scales ?? {}, name) ? framework.scales[name] : null;

  function printed(framework, display, value) {
    const scale = scaleNamed(framework, display?.scale);
    if (scale?.kind === "ordered") {
      const grades = scale.values.map(({ code, points }) => ({ code, points: parse(points) }));
      grades.sort((a, b) => compare(a.points, b.points));
      return (grades.findLast((grade) => compare(grade.points, value) <= 0) ?? grades[0]).code;
    }
    if (display?.decimals !== undefined) return rounded(value, display.decimals);
    return rounded(value, USUAL_DECIMALS).replace(/\.?0+$/, "");
  }

  /* The scale on which an item is scored: none where its parts are. */
  const scaleOf = (framework, item) => (item.items?.length ? null : scaleNamed(framework, item.scale));

  function bounds(scale) {
    const points = scale.kind === "ordered" ? scale.values.map((grade) => parse(grade.points)) : [parse(scale.min), parse(scale.max)];
    return scale.kind === "ordered" ? [lowest(points), highest(points)] : points;
  }

  /* What a score counts on a scale; null if it is not on it. */
  function pointsOf(scale, given) {
    if (scale.kind === "ordered") {
      const grade = scale.values.find(({ code }) => code === given);
      return grade ? parse(grade.points) : null;
    }
    const number = parse(given);
    const [low, high] = bounds(scale);
    return number && compare(low, number) <= 0 && compare(number, high) <= 0 ? number : null;
  }

  const specialOf = (framework, given) => (framework.not_rated ?? []).find(({ code }) => code === given);

  /* Whether a score may stand for an item: on its scale, or a code in the place of a score. */
  function fits(framework, item, given) {
    const scale = scaleOf(framework, item);
    return Boolean(scale && (specialOf(framework, given) || pointsOf(scale, given)));
  }

  /* The result of a framework: that of the whole, with those of its parts, as score/result.py has it. */
  function assess(framework, scores) {
    const { levels, items } = framework.structure;
    const level = (depth) => (depth >= 0 && depth < levels.length ? levels[depth] : "");

    function scored(item, depth) {
      const scale = scaleOf(framework, item);
      const given = Object.hasOwn(scores, item.code) ? scores[item.code] : "";
      const special = specialOf(framework, given);
      const [low, high] = scale ? bounds(scale) : [null, null];
      let value = null;
      if (scale && special) value = special.effect === "lowest" ? low : null;
      else if (scale) value = pointsOf(scale, given);
      const excluded = Number(Boolean(scale && special && special.effect !== "lowest"));
      return { item, depth, level: level(depth), aggregation: "none", given, value, shown: given,
        rated: Number(value !== null), of: Number(scale !== null), excluded, low, high, parts: [] };
    }

    function compute(node, way, parts, field) {
      if (parts.some((part) => part[field] === null)) return null;
      const pairs = parts.map((part) => [part[field], part.item.weight === undefined ? ONE : parse(part.item.weight)]);
      const value = aggregate(way, pairs, framework.pefa_m2 ?? {});
      return value && node.rescale ? rescaled(value, node.rescale) : value;
    }

    function aggregated(node, item, depth, way, display, parts) {
      const count = (name) => parts.reduce((sum, part) => sum + part[name], 0);
      const [rated, of, excluded] = ["rated", "of", "excluded"].map(count);
      const rateable = parts.filter((part) => part.of);
      const valued = rateable.filter((part) => part.value !== null);
      const whole = rated + excluded === of && (valued.length === rateable.length || !SUMS.has(way));
      const value = valued.length && (MEANS.has(way) || whole) ? compute(node, way, valued, "value") : null;
      const counted = value ? valued : rateable;
      const known = ["low", "high"].map((bound) => compute(node, way, counted, bound)).filter(Boolean).sort(compare);
      const codes = new Set(rateable.map((part) => part.shown));
      let shown = value ? printed(framework, display, value) : "";
      if (!value && of === excluded && codes.size === 1) [shown] = codes;
      const [low, high] = known.length === 2 ? known : [null, null];
      return { item, depth, level: level(depth), aggregation: way, given: "", value, shown, rated, of, excluded, low, high, parts };
    }

    function walk(item, depth, way, display) {
      way = item.aggregation ?? way;
      display = item.display ?? display;
      if (!item.items?.length) return scored(item, depth);
      const parts = item.items.map((part) => walk(part, depth + 1, way, display));
      return aggregated(item, item, depth, way, display, parts);
    }

    const [way, display] = [framework.aggregation ?? "none", framework.display];
    return aggregated(framework, null, -1, way, display, items.map((item) => walk(item, 0, way, display)));
  }

  /* This result and all below it, in the order of the framework. */
  const flat = (result) => [result, ...result.parts.flatMap(flat)];

  /* Where a value stands between the least (0) and the most (1) that it could be; null without one. */
  function positionOf({ value, low, high }) {
    if (!value || !low || !high) return null;
    return compare(low, high) ? over(add(value, negative(low)), add(high, negative(low))) : ONE;
  }
  const toNumber = (a) => Number((a.n * 1000000n) / a.d) / 1e6;

  /* A result as plain data, in the shape of the data files. */
  function resultData(result) {
    const figures = (part) => ({
      score: part.shown || null,
      points: textOf(part.value),
      low: textOf(part.low),
      high: textOf(part.high),
      aggregation: part.parts.length ? part.aggregation : null,
      rated: part.rated,
      of: part.of,
      excluded: part.excluded,
    });
    const items = flat(result).slice(1).map((part) => ({ code: part.item.code, level: part.level, title: part.item.title, ...figures(part) }));
    return { items, overall: result.aggregation === "none" ? null : figures(result) };
  }

  const scoring = { assess, fits, flat, positionOf, printed, resultData, scaleOf, specialOf, toNumber };
  if (typeof module === "object") module.exports = scoring;
  else globalThis.lpsaScoring = scoring;
})();
