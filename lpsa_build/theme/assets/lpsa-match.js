/* Which labels a reader's words are most like: the part of the search that touches neither page nor
   network. Labels are shipped as they are written; forms, spellings and typing errors are folded
   here, so loosely that different words may meet: that is good enough to find, not to link. */
(() => {
  "use strict";
  const MARKS = /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
  const ARTICLE = /^(?:[وفبك]?ال|لل)(?=..)/;
  const LETTERS = { "œ": "oe", "æ": "ae", "ٱ": "ا", "ى": "ي", "ة": "ه" };
  const ARABIC = /^[ء-ي]/;
  /* Words that ask, and words that join: they count for little. */
  const SMALL = new Set(
    (
      "a about an and are as at be between by can compare compared define defined definition describe did difference do does each " +
      "explain explained for from give has have how i in is it its mean meaning means me my of on or s should tell term that the their " +
      "there they this to under used versus vs was we were what when where which who why with word would you your " +
      "au aux avec c ce ces cette comment d dans de des difference du elle en entre est et il l la le les leur mot ou par pas pour " +
      "pourquoi qu que quel quelle quelles quels quest qui quoi s se sert ses signifie son sont sur terme un une veut dire definition " +
      "al como con cual cuales del el ella entre es esta este explica lo los las para por que quien quienes quiere decir se ser significa " +
      "significado sin sobre su sus termino un una y diferencia definicion donde cuando " +
      "ao aos as com da das do dos e em eh entre esta essa esse isso mais na nas no nos o os ou para pela pelo por porque qual quais quem " +
      "quer dizer sao ser seu sua significa significado sobre uma um diferenca definicao onde quando palavra " +
      "ما ماذا هو هي معني تعريف مفهوم مصطلح " +
      "من في علي الي عن بين مع و او كيف لماذا " +
      "فرق يعني تعني تي ذي هل اشرح مقصود"
    ).split(" "),
  );
  const IRREGULAR = { indices: "index", criteria: "criterion", bureaux: "bureau", fora: "forum", people: "person", children: "child", govt: "government", govts: "government" };

  /* The least that is done to a word; the builder files labels by its first letters. */
  const plain = (word) => word.toLowerCase().normalize("NFD").replace(MARKS, "").replace(ARTICLE, "");
  const filedBy = (word) => plain(word).slice(0, 6);
  const split = (text) => text.normalize("NFC").split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);

  /* A word without case, accents, Arabic letter forms and articles, and in American spelling. */
  const fold = (word) =>
    plain(word)
      .replace(/[œæٱىة]/g, (letter) => LETTERS[letter])
      .replace(/(...)is(?=(?:e[drs]?|ers|ing|able|ations?|ational)$)/, "$1iz")
      .replace(/([a-z]{2})our(?=$|s$|ed$|able$|ing$)/, "$1or")
      .replace(/tre(?=s?$)/, "ter");

  /* A folded word without the endings of number and gender in any of our languages. */
  function stem(word) {
    if (ARABIC.test(word)) return word.replace(/(...)(?:ي?ت|يه?|ه)?(?:ها|ان|ات|ون|ين)?$/, "$1");
    if (word.length < 4) return word.replace(/(..)s+$/, "$1");
    return (IRREGULAR[word] || word)
      .replace(/(...)(.)\2/g, "$1$2")
      .replace(/ol(?:ution|v(?:e[drs]?|ing))s?$/, "olv")
      .replace(/ies$/, "y")
      .replace(/(?:oes|aes|aos)$/, "ao")
      .replace(/aux$/, "al")
      .replace(/(...)ais$/, "$1al")
      .replace(/(...)(?:eis|eles)$/, "$1el")
      .replace(/([^aeiou])es$/, "$1")
      .replace(/[sx]+$/, "")
      .replace(/(...)[aeo]$/, "$1")
      .replace(/(...)f$/, "$1v")
      .replace(/(...)z$/, "$1c")
      .replace(/(...)m$/, "$1n");
  }

  /* How many letters are wrong, missing, too many or exchanged (Damerau and Levenshtein, restricted);
     `open`: what the other word has beyond does not count, since a reader is still typing. */
  function distance(a, b, most, open) {
    if (!open && Math.abs(a.length - b.length) > most) return most + 1;
    let before = [];
    let row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        const same = a[i - 1] === b[j - 1];
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + !same);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return most + 1;
      [before, row] = [row, next];
    }
    return open ? Math.min(...row) : row[b.length];
  }

  function common(a, b) {
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    return i;
  }

  /* How well a typed word and a word of a label agree without any error in them, 0 to 1. */
  function agreement(typed, word) {
    if (typed.text === word.text) return 1;
    if (typed.stem === word.stem) return 0.97;
    const shared = common(typed.text, word.text);
    const longer = Math.max(typed.text.length, word.text.length);
    if (shared === typed.text.length && (shared > 2 || typed.last)) return 0.7 + (0.25 * shared) / longer;
    const least = shared > 5 || ARABIC.test(word.text) ? 0.6 : 0.8;
    return shared > 4 && shared / longer > least ? 0.7 + (0.25 * shared) / longer : 0;
  }

  /* The same where the word may hold errors: one from four letters on, two from eight. */
  function likeness(typed, word) {
    const { length } = typed.text;
    const most = length < 4 ? 0 : length < 8 ? 1 : 2;
    if (!most || word.text.length < 3) return 0;
    const wrong = Math.min(distance(typed.text, word.text, most), distance(typed.stem, word.stem, most));
    if (wrong <= most) return 0.9 - 0.12 * wrong;
    return typed.last && length > 4 && distance(typed.text, word.text, most - (length < 10), true) < most ? 0.6 : 0;
  }

  const isAcronym = (label) => !/\s/.test(label) && (label.match(/\p{Lu}/gu) || []).length > 1;

  class Index {
    words = new Map(); /* folded word → what is known of it */
    labels = [];

    /* A label of the thing with this number; `about` is kept for whoever finds it. */
    add(text, number, about = {}) {
      const folded = split(text).map(fold);
      const exact = isAcronym(text);
      const aside = split(text.split("(")[0]).length;
      const label = { text, number, about, exact, parts: [], small: folded.map((word, i) => i >= aside || SMALL.has(word)) };
      if (label.small.every(Boolean)) label.small.fill(false);
      const file = (word, from, to) => {
        if (!this.words.has(word)) this.words.set(word, { text: word, stem: stem(word), labels: [] });
        const entry = this.words.get(word);
        entry.labels.push(label);
        label.parts.push({ word: entry, from, to });
      };
      folded.forEach((word, i) => file(word, i, i));
      /* Own-source, own source and ownsource are one. */
      if (folded.length < 8) for (let i = 1; i < folded.length; i++) file(folded[i - 1] + folded[i], i - 1, i);
      this.labels.push(label);
    }

    /* Best labels for a query, one for each number: { number, label, score, understood }. */
    find(query) {
      const folded = split(query).map(fold).slice(0, 24);
      const small = folded.map((word) => SMALL.has(word));
      if (small.every(Boolean)) small.fill(false);
      const typed = [];
      const ends = /[\p{L}\p{N}\p{M}]$/u.test(query);
      const type = (word, from, to) => typed.push({ text: word, stem: stem(word), from, to, last: ends && to === folded.length - 1 });
      folded.forEach((word, i) => type(word, i, i));
      for (let i = 1; i < folded.length; i++) if (!small[i] || !small[i - 1]) type(folded[i - 1] + folded[i], i - 1, i);
      for (const one of typed) one.alike = this.alike(one);

      const candidates = new Set();
      for (const one of typed) if (one.from !== one.to || !small[one.from]) for (const word of one.alike.keys()) for (const label of word.labels) candidates.add(label);
      const weights = folded.map((_, i) => (small[i] ? 0.05 : this.weight(typed[i].alike)));
      const best = new Map();
      for (const label of candidates) {
        const hit = this.score(label, typed, weights, folded, query);
        const known = best.get(label.number);
        if (hit.score > 0.1 && (!known || known.score < hit.score)) best.set(label.number, hit);
      }
      const hits = [...best.values()].sort((a, b) => b.score - a.score || a.label.text.length - b.label.text.length || a.number - b.number);
      /* What is weakly understood serves only where nothing is understood better. */
      return hits.filter((hit) => hit.score > hits[0].score * 0.55 && (hit.score > 0.25 || hits[0].score < 0.25));
    }

    /* The known words that a typed one may stand for; errors are thought of only if it is unknown
       in the site's own language: words of others are often like its own. */
    alike(typed) {
      const found = new Map();
      const joined = typed.from !== typed.to;
      let known = 0;
      for (const word of this.words.values()) {
        const likely = agreement(typed, word);
        if (likely && (!joined || likely > 0.9)) found.set(word, likely);
        if (likely > known && word.labels.some(({ about }) => !about.lang)) known = likely;
      }
      if (known < 0.97 && !joined) {
        for (const word of this.words.values()) {
          const likely = found.has(word) ? 0 : likeness(typed, word);
          if (likely) found.set(word, likely);
        }
      }
      return found;
    }

    /* A word of many labels, in whatever form, says less. */
    weight(alike) {
      let labels = 0;
      for (const [word, likely] of alike) if (likely > 0.96) labels += word.labels.length;
      return labels ? 1 / (1 + 0.25 * Math.log2(labels)) : 0.8;
    }

    score(label, typed, weights, folded, query) {
      const asked = new Array(folded.length).fill(0);
      const covered = new Array(label.small.length).fill(0);
      for (const one of typed) {
        for (const part of label.parts) {
          let likely = one.alike.get(part.word) || 0;
          if (label.exact && likely < 0.97 && !(one.last && part.word.text.startsWith(one.text))) likely = 0;
          /* Two words that are written as one count as such from the second word on. */
          if (part.from < part.to && one.from === one.to && one.text.length <= label.parts[part.from].word.text.length) likely = 0;
          if (!likely) continue;
          for (let i = one.from; i <= one.to; i++) asked[i] = Math.max(asked[i], likely);
          for (let i = part.from; i <= part.to; i++) covered[i] = Math.max(covered[i], likely);
        }
      }
      const share = (values, weight) => {
        const all = values.reduce((sum, _, i) => sum + weight(i), 0);
        return values.reduce((sum, value, i) => sum + value * weight(i), 0) / (all || 1);
      };
      const understood = share(asked, (i) => weights[i]);
      const complete = share(covered, (i) => (label.small[i] ? 0.05 : this.weight([[label.parts[i].word, 1]])));
      const same = label.text.toLowerCase() === query.toLowerCase().trim();
      const score = understood * (0.45 + 0.55 * complete) + (same ? 0.05 : 0) - (label.about.less || 0);
      return { number: label.number, label, score, understood, complete };
    }
  }

  /* The words of a query that carry it, as they were typed. */
  function content(query) {
    const words = split(query);
    const kept = words.filter((word) => !SMALL.has(fold(word)));
    return kept.length ? kept : words;
  }

  /* Whether anything marked in an excerpt begins as a typed word does. */
  const echoes = (typed, excerpt) =>
    (excerpt.match(/\p{L}[^>]*(?=<\/mark)/gu) || typed).some((word) => typed.some((one) => !one[2] || common(fold(one), fold(word)) > 2));

  /* The letters by which the labels that a query may mean are filed. */
  function drawers(query) {
    const words = content(query);
    const joined = words.slice(1).map((word, i) => words[i] + word);
    return [...new Set([...words, ...joined.slice(0, ARABIC.test(plain(query)) ? 9 : 0)].map(filedBy))];
  }

  window.lpsaMatch = { Index, content, drawers, echoes };
})();
