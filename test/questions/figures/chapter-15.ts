import type { Figure } from './figure.ts';

/** A bound of the 95% Wilson interval in percent: side -1 is the lower one, 1 the upper one. */
const wilson = (hits: number, n: number, side: number) => {
  const z = 1.96;
  const p = hits / n;
  const half = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  return (100 * (p + z ** 2 / (2 * n) + side * half)) / (1 + z ** 2 / n);
};

/** Probability that most of five independent copies are hit. */
const mostOfFive = (p: number) => 10 * p ** 3 * (1 - p) ** 2 + 5 * p ** 4 * (1 - p) + p ** 5;

export const figures: readonly Figure[] = [
  {
    card: 'owasp-llm-top10-2026',
    what: 'ranks by which agency rose',
    pattern: /(?<now>\d\d) {4}(?<old>\d\d) {4}Excessive.*Agency rose by (?<value>\d+) ranks/s,
    compute: ({ now = 0, old = 0 }) => old - now,
    tolerance: 0,
  },
  {
    card: 'owasp-llm-top10-2026',
    what: 'ranks by which consumption rose',
    pattern: /(?<now>\d\d) {4}(?<old>\d\d) {4}Unbounded.*consumption by (?<value>\d+), which/s,
    compute: ({ now = 0, old = 0 }) => old - now,
    tolerance: 0,
  },
  {
    card: 'owasp-llm-top10-2026',
    what: 'entries whose rank of 2026 (their line) is not that of 2025',
    pattern: new RegExp(
      `${[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
        .map((rank) => `\\d\\d {4}(?<old${rank}>\\d\\d) {4}[A-Za-z ]+\\n`)
        .join('')}[\\s\\S]*10 entries, (?<value>\\d+) changed place`,
    ),
    compute: (read) =>
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].filter((rank) => read[`old${rank}`] !== rank).length,
    tolerance: 0,
  },
  {
    card: 'defence-in-depth',
    what: 'hostile mails that pass a filter',
    pattern: /blocks (?<blocked>\d+)% lets (?<value>\d+) of (?<n>[\d,]+) hostile mails through/,
    compute: ({ blocked = 0, n = 0 }) => (n * (100 - blocked)) / 100,
    tolerance: 0,
  },
  {
    card: 'adaptive-attack-evaluation',
    what: 'percent success of many independent tries',
    pattern: /succeeds with (?<p>\d+)% and .*? (?<n>\d+) tries .*?0\.99\^300, about (?<value>\d+)%/,
    compute: ({ p = 0, n = 0 }) => 100 * (1 - (1 - p / 100) ** n),
  },
  {
    card: 'adversarial-suffixes',
    what: 'perplexity of fluent text',
    pattern: /with p around (?<p>0\.\d+) has a PPL of (?<value>\d+);/,
    compute: ({ p = 0 }) => Math.exp(-Math.log(p)),
  },
  {
    card: 'adversarial-suffixes',
    what: 'perplexity of gibberish',
    pattern: /tokens at (?<p>0\.\d+) give (?<value>[\d,]+\d)\./,
    compute: ({ p = 0 }) => Math.exp(-Math.log(p)),
  },
  {
    card: 'adversarial-suffixes',
    what: 'majority of five perturbed copies stays harmful',
    pattern: /harmful with probability (?<p>0\.\d+), the .*? five does with (?<value>0\.\d+)\./,
    compute: ({ p = 0 }) => mostOfFive(p),
    tolerance: 0.02,
  },
  {
    card: 'adversarial-suffixes',
    what: 'the same for a semantic jailbreak',
    pattern: /survives at (?<p>0\.\d+) it is (?<value>0\.\d+)\./,
    compute: ({ p = 0 }) => mostOfFive(p),
  },
  {
    card: 'automated-red-teaming',
    what: 'attack success in percent',
    pattern: /(?<hits>\d+) of (?<n>\d+) is (?<value>[\d.]+)%, with/,
    compute: ({ hits = 0, n = 0 }) => (100 * hits) / n,
    tolerance: 0,
  },
  {
    card: 'automated-red-teaming',
    what: 'lower bound of the Wilson interval in percent',
    pattern: /(?<hits>\d+) of (?<n>\d+) is .*?interval from (?<value>[\d.]+)% to/,
    compute: ({ hits = 0, n = 0 }) => wilson(hits, n, -1),
    tolerance: 0.02,
  },
  {
    card: 'automated-red-teaming',
    what: 'upper bound of the Wilson interval in percent',
    pattern: /(?<hits>\d+) of (?<n>\d+) is .*?interval from [\d.]+% to (?<value>[\d.]+)%/,
    compute: ({ hits = 0, n = 0 }) => wilson(hits, n, 1),
    tolerance: 0.02,
  },
  {
    card: 'rag-and-memory-poisoning',
    what: 'percent of a million documents',
    pattern: /five in a million are (?<value>[\d.]+)%/,
    compute: () => (100 * 5) / 1e6,
    tolerance: 0,
  },
  {
    card: 'data-poisoning-and-backdoors',
    what: 'poison in percent of the training tokens',
    pattern: /some (?<bad>[\d,]+) of (?<all>\d+) billion tokens, or (?<value>[\d.]+)%/,
    compute: ({ bad = 0, all = 0 }) => (100 * bad) / (all * 1e9),
    tolerance: 0.02,
  },
  {
    card: 'training-data-extraction',
    what: 'exposure in bits of a canary',
    pattern: /`log2\((?<n>[\d,]+)\) − log2\((?<rank>\d+)\)` = (?<value>[\d.]+) bits/,
    compute: ({ n = 0, rank = 1 }) => Math.log2(n) - Math.log2(rank),
  },
  {
    card: 'guardrail-classifiers',
    what: 'true alarms',
    pattern: /If (?<bad>\d+) of .*? (?<recall>\d+)% recall .*? raises (?<value>\d+) true/,
    compute: ({ bad = 0, recall = 0 }) => (bad * recall) / 100,
    tolerance: 0,
  },
  {
    card: 'guardrail-classifiers',
    what: 'false alarms',
    pattern:
      /If (?<bad>\d+) of (?<n>[\d,]+) .*? (?<fpr>[\d.]+)% false .*? about (?<value>[\d,]+) false/,
    compute: ({ bad = 0, n = 0, fpr = 0 }) => ((n - bad) * fpr) / 100,
  },
  {
    card: 'unbounded-consumption',
    what: 'dollars a day within the limit of requests',
    pattern:
      /send (?<rpm>\d+) requests .*? (?<size>[\d,]+) input .*?\$(?<price>\d+) .*?\$(?<value>[\d,]+) a/,
    compute: ({ rpm = 0, size = 0, price = 0 }) => ((rpm * 60 * 24 * size) / 1e6) * price,
    tolerance: 0,
  },
];
