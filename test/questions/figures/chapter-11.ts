import type { Figure } from './figure.ts';

const choose = (n: number, k: number): number => {
  let ways = 1;
  for (let i = 1; i <= k; i += 1) {
    ways = (ways * (n - k + i)) / i;
  }
  return ways;
};

const bitsPerByte = (nats: number, bytes: number): number => nats / Math.LN2 / bytes;

const winProbability = (points: number): number => 1 / (1 + 10 ** (-points / 400));

// Normal quantiles for a two-sided level of 5 % and for a power of 80 %.
const zLevel = 1.96;
const zPower = 0.8416;

/** Items (or users) in each of two independent groups to tell two proportions apart. */
const groupSize = (p: number, q: number): number =>
  ((zLevel + zPower) ** 2 * (p * (1 - p) + q * (1 - q))) / (p - q) ** 2;

/** A row of the calibration table: answers, confidence, accuracy. */
const bin = (row: number): string =>
  `\\| (?<n${row}>\\d+) \\| (?<c${row}>0\\.\\d+) \\| (?<a${row}>0\\.\\d+) \\|\\s+`;

export const figures: readonly Figure[] = [
  {
    card: 'choose-a-model-for-a-use-case',
    what: 'cents a solved task, dearer model',
    pattern: /at (?<cents>[\d.]+) cents a call .* (?<percent>\d+)% of tasks costs (?<value>[\d.]+)/,
    compute: ({ cents = 0, percent = 1 }) => cents / (percent / 100),
    tolerance: 0.02,
  },
  {
    card: 'choose-a-model-for-a-use-case',
    what: 'cents a solved task, cheaper model',
    pattern: /One at (?<cents>[\d.]+) cents that solves (?<percent>\d+)% costs (?<value>[\d.]+\d),/,
    compute: ({ cents = 0, percent = 1 }) => cents / (percent / 100),
  },
  {
    card: 'perplexity',
    what: 'perplexity at 3 nats',
    pattern: /at a loss of (?<nats>[\d.]+) nats, about (?<value>\d+)/,
    compute: ({ nats = 0 }) => Math.exp(nats),
  },
  {
    card: 'perplexity',
    what: 'bits per byte of model A',
    pattern:
      /A with (?<nats>[\d.]+) nats a token at (?<bytes>\d) bytes .*? needs (?<value>[\d.]+) bits/,
    compute: ({ nats = 0, bytes = 1 }) => bitsPerByte(nats, bytes),
  },
  {
    card: 'perplexity',
    what: 'bits per byte of model B',
    pattern: /B with (?<nats>[\d.]+) nats at (?<bytes>\d) bytes needs (?<value>[\d.]+\d)\./,
    compute: ({ nats = 0, bytes = 1 }) => bitsPerByte(nats, bytes),
  },
  {
    card: 'perplexity',
    what: 'choice: perplexity',
    pattern: /exp\((?<nats>[\d.]+)\) = (?<value>[\d.]+\d),/,
    compute: ({ nats = 0 }) => Math.exp(nats),
    tolerance: 0.001,
  },
  {
    card: 'perplexity',
    what: 'choice: the wrong option that takes base 10',
    pattern: /cross-entropy on a text is (?<loss>[\d.]+) nats.*- \[ \] (?<value>100)\n/s,
    compute: ({ loss = 0 }) => 10 ** loss,
  },
  {
    card: 'bleu-rouge-bertscore',
    what: 'ROUGE-1 F1 of the negated sentence: 4 of 5 words precise, 4 of 4 recalled',
    pattern: /ROUGE-1 F1 is (?<value>[\d.]+\d) for/,
    compute: () => {
      const reference = 'the claim was approved'.split(' ');
      const output = 'the claim was not approved'.split(' ');
      const shared = output.filter((word) => reference.includes(word)).length;
      const precision = shared / output.length;
      const recall = shared / reference.length;
      return (2 * precision * recall) / (precision + recall);
    },
  },
  {
    card: 'bleu-rouge-bertscore',
    what: 'choice: ROUGE-L F1 with one extra word',
    pattern: /A (?<words>\d+)-word summary.*leaves F1 at about (?<value>[\d.]+\d);/s,
    compute: ({ words = 0 }) => {
      const precision = words / (words + 1);
      return (2 * precision) / (precision + 1);
    },
  },
  {
    card: 'benchmark-map',
    what: 'chance on four choices, percent',
    pattern: /Guessing earns (?<value>\d+)% on four choices/,
    compute: () => 100 / 4,
    tolerance: 0,
  },
  {
    card: 'benchmark-map',
    what: 'chance on ten choices, percent',
    pattern: /and (?<value>\d+)% on ten/,
    compute: () => 100 / 10,
    tolerance: 0,
  },
  {
    card: 'pass-at-k-and-pass-hat-k',
    what: 'pass@3',
    pattern: /pass@k = 1 .*p = (?<p>[\d.]+), k = (?<k>\d): +(?<value>[\d.]+)/,
    compute: ({ p = 0, k = 0 }) => 1 - (1 - p) ** k,
    tolerance: 0.001,
  },
  {
    card: 'pass-at-k-and-pass-hat-k',
    what: 'pass^3',
    pattern: /pass\^k = p\^k +p = (?<p>[\d.]+), k = (?<k>\d): +(?<value>[\d.]+)/,
    compute: ({ p = 0, k = 0 }) => p ** k,
    tolerance: 0.001,
  },
  {
    card: 'pass-at-k-and-pass-hat-k',
    what: 'pass@5 estimated from 10 trials',
    pattern:
      /With n = (?<n>\d+) and c = (?<c>\d), pass@(?<k>\d) is 1 − \d+\/\d+ = (?<value>[\d.]+\d)\./,
    compute: ({ n = 0, c = 0, k = 0 }) => 1 - choose(n - c, k) / choose(n, k),
  },
  {
    card: 'pass-at-k-and-pass-hat-k',
    what: 'subsets without a success',
    pattern: /With n = (?<n>\d+) and c = (?<c>\d), pass@(?<k>\d) is 1 − (?<value>\d+)\//,
    compute: ({ n = 0, c = 0, k = 0 }) => choose(n - c, k),
    tolerance: 0,
  },
  {
    card: 'pass-at-k-and-pass-hat-k',
    what: 'all subsets',
    pattern: /With n = (?<n>\d+) and c = \d, pass@(?<k>\d) is 1 − \d+\/(?<value>\d+) =/,
    compute: ({ n = 0, k = 0 }) => choose(n, k),
    tolerance: 0,
  },
  {
    card: 'pass-at-k-and-pass-hat-k',
    what: 'mean of p cubed over two tasks',
    pattern: /with p of (?<a>[\d.]+) and (?<b>[\d.]+) have mean .* mean p³ is (?<value>[\d.]+\d),/,
    compute: ({ a = 0, b = 0 }) => (a ** 3 + b ** 3) / 2,
  },
  {
    card: 'pass-at-k-and-pass-hat-k',
    what: 'choice: five successes in a row',
    pattern: /succeeds in (?<percent>\d+)% of.*\[x\] (?<value>[\d.]+)/s,
    compute: ({ percent = 0 }) => (percent / 100) ** 5,
  },
  {
    card: 'pass-at-k-and-pass-hat-k',
    what: 'choice: at least one success in five',
    pattern: /succeeds in (?<percent>\d+)% of.*\[ \] (?<value>0\.9999\d*)/s,
    compute: ({ percent = 0 }) => 1 - (1 - percent / 100) ** 5,
    tolerance: 1e-9,
  },
  {
    card: 'validate-the-judge',
    what: 'corrected pass rate of the example',
    pattern:
      /TPR (?<tpr>[\d.]+) and TNR (?<tnr>[\d.]+) that .*? (?<percent>\d+)% .* (?<value>[\d.]+\d)\./,
    compute: ({ tpr = 0, tnr = 0, percent = 0 }) => (percent / 100 + tnr - 1) / (tpr + tnr - 1),
  },
  {
    card: 'validate-the-judge',
    what: 'choice: corrected pass rate',
    pattern:
      /(?<percent>65)% .* TPR is (?<tpr>[\d.]+) .* TNR (?<tnr>[\d.]+),.*\[x\] (?<value>[\d.]+)/s,
    compute: ({ tpr = 0, tnr = 0, percent = 0 }) => (percent / 100 + tnr - 1) / (tpr + tnr - 1),
    tolerance: 0.001,
  },
  {
    card: 'validate-the-judge',
    what: 'choice: the half correction',
    pattern: /\[ \] (?<value>0\.68)\n +- (?<passed>[\d.]+) \/ (?<tpr>[\d.]+) corrects/,
    compute: ({ passed = 0, tpr = 1 }) => passed / tpr,
  },
  {
    card: 'validate-the-judge',
    what: 'choice: the product',
    pattern: /\[ \] (?<value>0\.52)\n +- (?<passed>[\d.]+) × (?<tnr>[\d.]+) has/,
    compute: ({ passed = 0, tnr = 0 }) => passed * tnr,
  },
  {
    card: 'pairwise-vs-pointwise-vs-binary',
    what: 'pairs of six systems',
    pattern: /(?<systems>\d) systems make (?<value>\d+)\./,
    compute: ({ systems = 0 }) => choose(systems, 2),
    tolerance: 0,
  },
  {
    card: 'pairwise-vs-pointwise-vs-binary',
    what: 'pairs of ten systems',
    pattern: /compare ten systems without all (?<value>\d+) pairs/,
    compute: () => choose(10, 2),
    tolerance: 0,
  },
  {
    card: 'arena-ratings',
    what: 'win probability at 400 points',
    pattern: /(?<points>400) points: (?<value>[\d.]+) \(/,
    compute: ({ points = 0 }) => winProbability(points),
  },
  {
    card: 'arena-ratings',
    what: 'odds at 400 points',
    pattern: /(?<points>400) points: [\d.]+ \((?<value>\d+) to 1\)/,
    compute: ({ points = 0 }) => winProbability(points) / (1 - winProbability(points)),
  },
  {
    card: 'arena-ratings',
    what: 'win probability at 10 points',
    pattern: /(?<points>10) points: (?<value>[\d.]+)\n/,
    compute: ({ points = 0 }) => winProbability(points),
  },
  {
    card: 'contamination',
    what: 'points lost at the date split',
    pattern: /fall from (?<old>\d+)% to (?<fresh>\d+)% at equal difficulty is (?<value>\d+) points/,
    compute: ({ old = 0, fresh = 0 }) => old - fresh,
    tolerance: 0,
  },
  {
    card: 'lifecycle-of-a-benchmark',
    what: 'tasks that models often failed',
    pattern:
      /kept (?<tasks>\d+) tasks.*the (?<percent>[\d.]+)% .* often failed, (?<value>\d+) tasks/s,
    compute: ({ tasks = 0, percent = 0 }) => (tasks * percent) / 100,
    tolerance: 0.001,
  },
  {
    card: 'lifecycle-of-a-benchmark',
    what: 'of these with tests that reject correct solutions',
    pattern: /failed, (?<tasks>\d+) tasks\. .*? (?<percent>[\d.]+)% of these, about (?<value>\d+),/,
    compute: ({ tasks = 0, percent = 0 }) => (tasks * percent) / 100,
  },
  {
    card: 'evaluate-rag',
    what: 'product of recall and generator accuracy',
    pattern:
      /recall@5 of (?<recall>[\d.]+) and (?<accuracy>[\d.]+) correct.*about (?<value>[\d.]+) can/,
    compute: ({ recall = 0, accuracy = 0 }) => recall * accuracy,
  },
  {
    card: 'evaluate-rag',
    what: 'gain of a perfect generator',
    pattern:
      /recall@5 of (?<recall>[\d.]+) and (?<accuracy>[\d.]+) .* add only (?<value>[\d.]+\d)\./,
    compute: ({ recall = 0, accuracy = 0 }) => recall - recall * accuracy,
  },
  {
    card: 'error-analysis',
    what: 'Wilson interval of 11 in 100, lower, percent',
    pattern: /Eleven in (?<n>\d+) also has an error margin, about (?<value>\d+) to/,
    compute: ({ n = 1 }) => {
      const z2 = zLevel ** 2;
      const p = 11 / n;
      const half = zLevel * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
      return (100 * (p + z2 / (2 * n) - half)) / (1 + z2 / n);
    },
    tolerance: 0.06,
  },
  {
    card: 'error-analysis',
    what: 'Wilson interval of 11 in 100, upper, percent',
    pattern: /Eleven in (?<n>\d+) also has an error margin, about \d+ to (?<value>\d+)%/,
    compute: ({ n = 1 }) => {
      const z2 = zLevel ** 2;
      const p = 11 / n;
      const half = zLevel * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
      return (100 * (p + z2 / (2 * n) + half)) / (1 + z2 / n);
    },
    tolerance: 0.03,
  },
  {
    card: 'golden-dataset',
    what: 'cells of the synthetic grid: four personas, five intents, three levels',
    pattern: /four personas, five intents and three levels give (?<value>\d+) cells/,
    compute: () => 4 * 5 * 3,
    tolerance: 0,
  },
  {
    card: 'golden-dataset',
    what: 'cases for an interval of 5 points',
    pattern: /near (?<percent>\d+)% with ±(?<points>\d+) points .*? you need about (?<value>\d+)/,
    compute: ({ percent = 0, points = 1 }) =>
      Math.ceil((zLevel / (points / 100)) ** 2 * (percent / 100) * (1 - percent / 100)),
    tolerance: 0,
  },
  {
    card: 'golden-dataset',
    what: 'cases for an interval of 10 points',
    pattern: /near (?<percent>\d+)% with.*±(?<points>10) points take (?<value>\d+)\./,
    compute: ({ percent = 0, points = 1 }) =>
      Math.ceil((zLevel / (points / 100)) ** 2 * (percent / 100) * (1 - percent / 100)),
    tolerance: 0,
  },
  {
    card: 'statistical-comparison',
    what: 'standard error, points',
    pattern:
      /model A (?<percent>\d+)% on the same (?<n>\d+) items.* = (?<value>[\d.]+) points, so/s,
    compute: ({ percent = 0, n = 1 }) =>
      100 * Math.sqrt(((percent / 100) * (1 - percent / 100)) / n),
    tolerance: 0.02,
  },
  {
    card: 'statistical-comparison',
    what: 'half width of the 95 % interval, points',
    pattern: /model A (?<percent>\d+)% on the same (?<n>\d+) items.* about ±(?<value>[\d.]+\d)\./s,
    compute: ({ percent = 0, n = 1 }) =>
      100 * zLevel * Math.sqrt(((percent / 100) * (1 - percent / 100)) / n),
  },
  {
    card: 'statistical-comparison',
    what: 'net gain in items',
    pattern:
      /B scores (?<b>\d+)% and model A (?<a>\d+)% .*? (?<n>\d+) items.*gain is (?<value>\d+)/s,
    compute: ({ a = 0, b = 0, n = 0 }) => ((b - a) * n) / 100,
    tolerance: 0,
  },
  {
    card: 'statistical-comparison',
    what: 'exact McNemar p, wins without a loss',
    pattern: /B won (?<wins>\d) and lost none.*p = 2 · [\d.]+⁴ = (?<value>[\d.]+\d)\./,
    compute: ({ wins = 0 }) => 2 * 0.5 ** wins,
    tolerance: 0,
  },
  {
    card: 'statistical-comparison',
    what: 'unpaired items per model',
    pattern:
      /tell (?<a>\d+)% from (?<b>\d+)% with separate item sets takes about (?<value>[\d,]+) items/,
    compute: ({ a = 0, b = 1 }) => groupSize(a / 100, b / 100),
  },
  {
    card: 'offline-vs-online-evaluation',
    what: 'users per arm',
    pattern: /rise from (?<a>\d+)% to (?<b>\d+)%, an A\/B test needs about (?<value>[\d,]+) users/,
    compute: ({ a = 0, b = 1 }) => groupSize(a / 100, b / 100),
  },
  {
    card: 'evals-in-ci',
    what: 'probability that all cases pass, percent',
    pattern: /suite of (?<n>\d+) cases .*? probability (?<p>[\d.]+) passes .* in (?<value>\d+)%/,
    compute: ({ n = 0, p = 0 }) => 100 * p ** n,
  },
  {
    card: 'calibration-and-confidence',
    what: 'expected calibration error of three bins',
    pattern: new RegExp(`${bin(1)}${bin(2)}${bin(3)}[^]* = (?<value>0\\.\\d+)\\. It`),
    compute: ({ n1 = 0, c1 = 0, a1 = 0, n2 = 0, c2 = 0, a2 = 0, n3 = 0, c3 = 0, a3 = 0 }) =>
      (n1 * Math.abs(a1 - c1) + n2 * Math.abs(a2 - c2) + n3 * Math.abs(a3 - c3)) / (n1 + n2 + n3),
  },
  {
    card: 'calibration-and-confidence',
    what: 'choice: overconfidence in points',
    pattern:
      /(?<stated>\d+)% on each of (?<n>\d+) .*? (?<right>\d+) .*confident by (?<value>\d+) p/s,
    compute: ({ stated = 0, n = 1, right = 0 }) => stated - (100 * right) / n,
    tolerance: 0,
  },
  {
    card: 'human-evaluation',
    what: 'observed agreement, percent',
    pattern:
      /both pass (?<pass>\d+) of (?<n>\d+) items, both fail (?<fail>\d+),.*agree on (?<value>\d+)%/,
    compute: ({ pass = 0, fail = 0, n = 1 }) => (100 * (pass + fail)) / n,
    tolerance: 0,
  },
  {
    card: 'human-evaluation',
    what: 'agreement by chance, percent',
    pattern:
      /pass (?<pass>\d+) of (?<n>\d+) .* split on (?<split>\d+),.* would give (?<value>\d+)%/,
    compute: ({ pass = 0, n = 1, split = 0 }) => {
      const share = (pass + split / 2) / n;
      return 100 * (share ** 2 + (1 - share) ** 2);
    },
    tolerance: 0.001,
  },
  {
    card: 'human-evaluation',
    what: "Cohen's kappa",
    pattern:
      /pass (?<pass>\d+) of (?<n>\d+) .*fail (?<fail>\d+),.* (?<split>\d+),.*κ is (?<value>0.\d+)/,
    compute: ({ pass = 0, fail = 0, n = 1, split = 0 }) => {
      const share = (pass + split / 2) / n;
      const chance = share ** 2 + (1 - share) ** 2;
      return ((pass + fail) / n - chance) / (1 - chance);
    },
  },
  {
    card: 'safety-and-bias-evaluation',
    what: 'upper 95 % bound after no success, percent',
    pattern:
      /no success in (?<n>\d+) attempts still allows a true rate of up to about (?<value>\d+)%/,
    compute: ({ n = 1 }) => 100 * (1 - 0.05 ** (1 / n)),
    tolerance: 0.02,
  },
  {
    card: 'long-context-evaluation',
    what: 'calls of the grid: five lengths, five positions, ten samples',
    pattern: /five positions and ten samples are (?<value>\d+) calls/,
    compute: () => 5 * 5 * 10,
    tolerance: 0,
  },
  {
    card: 'long-context-evaluation',
    what: 'input tokens of the grid, millions',
    pattern:
      /(?<a>\d+)k, (?<b>\d+)k, (?<c>\d+)k, (?<d>\d+)k, (?<e>\d)M .*calls and (?<value>\d+) million/,
    compute: ({ a = 0, b = 0, c = 0, d = 0, e = 0 }) =>
      (5 * 10 * (a + b + c + d + 1000 * e)) / 1000,
  },
];
