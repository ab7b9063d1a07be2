import type { Figure } from './figure.ts';

const softmaxFirst = (cosines: readonly number[], tau: number): number => {
  const e = cosines.map((c) => Math.exp(c / tau));
  return (e[0] ?? 0) / e.reduce((sum, x) => sum + x, 0);
};

/** The product of two polynomials, coefficients from the constant term up. */
const times = (a: readonly number[], b: readonly number[]): number[] => {
  const product = Array.from({ length: a.length + b.length - 1 }, () => 0);
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      product[i + j] = (product[i + j] ?? 0) + x * y;
    });
  });
  return product;
};

/**
 * Dimensions in which each pair of `n` documents, document t at (t, t^2, ...), is the top 2 of some
 * query vector; NaN if a pair is missed. The query is minus a polynomial with two double roots.
 */
const reachingDimensions = (n: number): number => {
  let dimensions = 0;
  for (let a = 1; a <= n; a += 1) {
    for (let b = a + 1; b <= n; b += 1) {
      const roots = times([-a, 1], [-b, 1]);
      const query = times(roots, roots).slice(1);
      const score = (t: number): number =>
        -query.reduce((sum, weight, i) => sum + weight * t ** (i + 1), 0);
      for (let t = 1; t <= n; t += 1) {
        if (t !== a && t !== b && score(t) >= Math.min(score(a), score(b))) return Number.NaN;
      }
      dimensions = query.length;
    }
  }
  return dimensions;
};

export const figures: readonly Figure[] = [
  {
    card: 'infonce-and-temperature',
    what: 'probability of the positive at temperature 1',
    pattern:
      /cosines (?<pos>\S+) .*?, (?<hard>\S+) and (?<easy>\S+) .*?\| (?<tau>1) \| (?<value>\S+) /s,
    compute: ({ pos = 0, hard = 0, easy = 0, tau = 0 }) => softmaxFirst([pos, hard, easy], tau),
    tolerance: 0.02,
  },
  {
    card: 'infonce-and-temperature',
    what: 'probability of the positive at temperature 0.05',
    pattern:
      /cosines (?<pos>\S+) .*?, (?<hard>\S+) and (?<easy>\S+) .*? (?<tau>0\.05) \| (?<value>\S+)/s,
    compute: ({ pos = 0, hard = 0, easy = 0, tau = 0 }) => softmaxFirst([pos, hard, easy], tau),
  },
  {
    card: 'infonce-and-temperature',
    what: 'share of the hard negative in the negative mass at temperature 1, %',
    pattern: /positive\), (?<hard>\S+) and (?<easy>\S+) .*?\| (?<tau>1) \| \S+ \| (?<value>\d+)%/s,
    compute: ({ hard = 0, easy = 0, tau = 0 }) => 100 * softmaxFirst([hard, easy], tau),
  },
  {
    card: 'infonce-and-temperature',
    what: 'share of the hard negative at temperature 0.05, % (over 99.9)',
    pattern:
      /positive\), (?<hard>\S+) and (?<easy>\S+) .*?\| (?<tau>0\.05) \| .*?over (?<value>\S+)%/s,
    compute: ({ hard = 0, easy = 0, tau = 0 }) => 100 * softmaxFirst([hard, easy], tau),
    tolerance: 0.001,
  },
  {
    card: 'infonce-and-temperature',
    what: 'temperature of the default scale',
    pattern: /`scale` = 1\/τ, (?<scale>\d+) by default, so τ = (?<value>[\d.]+\d)/,
    compute: ({ scale = 1 }) => 1 / scale,
    tolerance: 0,
  },
  {
    card: 'infonce-and-temperature',
    what: 'temperature of the raised scale',
    pattern: /from 20 to (?<scale>\d+) corresponds.*?\[x\] lowering .*? to (?<value>[\d.]+),/s,
    compute: ({ scale = 1 }) => 1 / scale,
    tolerance: 0,
  },
  {
    card: 'multi-vector-dense',
    what: 'best document token for "refund"',
    pattern: /"refund" \| (?<a>\S+) \| (?<b>\S+) \| (?<c>\S+) \| (?<value>\S+) \|/,
    compute: ({ a = 0, b = 0, c = 0 }) => Math.max(a, b, c),
    tolerance: 0,
  },
  {
    card: 'multi-vector-dense',
    what: 'best document token for "deadline"',
    pattern: /"deadline" \| (?<a>\S+) \| (?<b>\S+) \| (?<c>\S+) \| (?<value>\S+) \|/,
    compute: ({ a = 0, b = 0, c = 0 }) => Math.max(a, b, c),
    tolerance: 0,
  },
  {
    card: 'multi-vector-dense',
    what: 'MaxSim: the sum of the column of maxima',
    pattern: /"refund".* (?<a>\S+) \|\n.*"deadline".* (?<b>\S+) \|\n.*? = (?<value>[\d.]+\d)/s,
    compute: ({ a = 0, b = 0 }) => a + b,
    tolerance: 0.0001,
  },
  {
    card: 'multi-vector-dense',
    what: 'kilobytes of one passage',
    pattern:
      /(?<n>\d+) tokens × (?<dims>\d+) dimensions × (?<bytes>\d+) bytes takes (?<value>\S+) KB/,
    compute: ({ n = 0, dims = 0, bytes = 0 }) => (n * dims * bytes) / 1000,
    tolerance: 0.001,
  },
  {
    card: 'multi-vector-dense',
    what: 'factor against a large single vector',
    pattern:
      /takes (?<kb>[\d.]+) KB, against \d+ to (?<big>\d+) KB for one vector: (?<value>\d+) to/,
    compute: ({ kb = 0, big = 1 }) => kb / big,
    tolerance: 0.08,
  },
  {
    card: 'multi-vector-dense',
    what: 'factor against a small single vector',
    pattern: /takes (?<kb>[\d.]+) KB, against (?<small>\d+) to .*? \d+ to (?<value>\d+) times/,
    compute: ({ kb = 0, small = 1 }) => kb / small,
    tolerance: 0.03,
  },
  {
    card: 'sparse-representations',
    what: 'SPLADE weight of a logit: log(1 + ReLU(x))',
    pattern: /A logit of (?<x>\d+) becomes log 3 = (?<value>[\d.]+\d),/,
    compute: ({ x = 0 }) => Math.log(1 + Math.max(0, x)),
    tolerance: 0.002,
  },
  {
    card: 'sparse-representations',
    what: 'argument of the logarithm: 1 + ReLU(x)',
    pattern: /A logit of (?<x>\d+) becomes log (?<value>\d+) =/,
    compute: ({ x = 0 }) => 1 + Math.max(0, x),
    tolerance: 0,
  },
  {
    card: 'sparse-vs-dense-efficiency',
    what: 'multiply-adds of exact dense search, billions',
    pattern: /(?<n>10,000,000) × (?<d>\d+) = (?<value>[\d.]+) billion/,
    compute: ({ n = 0, d = 0 }) => (n * d) / 1e9,
    tolerance: 0.001,
  },
  {
    card: 'sparse-vs-dense-efficiency',
    what: 'postings of the three terms',
    pattern:
      /in (?<a>\S+\d), (?<b>\S+\d) and (?<c>\S+\d) documents, that is at most (?<value>\S+) /,
    compute: ({ a = 0, b = 0, c = 0 }) => a + b + c,
    tolerance: 0,
  },
  {
    card: 'benchmarking-embeddings',
    what: 'recall at 5',
    pattern:
      /has (?<n>\d) .*?ranks (?<r1>\d) and (?<r2>\d).*?recall@(?<k>\d) = 2\/3 = (?<value>[\d.]+)/s,
    compute: ({ n = 1, r1 = 0, r2 = 0, k = 0 }) => [r1, r2].filter((r) => r <= k).length / n,
  },
  {
    card: 'benchmarking-embeddings',
    what: 'precision at 5',
    pattern: /ranks (?<r1>\d+) and (?<r2>\d+).*?precision@(?<k>\d+) = 2\/5 = (?<value>[\d.]+\d)/s,
    compute: ({ r1 = 0, r2 = 0, k = 1 }) => [r1, r2].filter((r) => r <= k).length / k,
  },
  {
    card: 'benchmarking-embeddings',
    what: 'reciprocal rank',
    pattern: /ranks (?<r1>\d+) and (?<r2>\d+).*?reciprocal rank = 1\/2 = (?<value>[\d.]+\d)/s,
    compute: ({ r1 = 1, r2 = 1 }) => 1 / Math.min(r1, r2),
  },
  {
    card: 'similarity-metrics',
    what: 'squared distance of unit vectors with cosine 0.8',
    pattern: /A cosine of (?<cos>[\d.]+) means a squared distance of (?<value>[\d.]+\d)\./,
    compute: ({ cos = 0 }) => (1 - cos) ** 2 + (1 - cos ** 2), // a = (1, 0), b = (cos, sin)
    tolerance: 0.0001,
  },
  {
    card: 'similarity-metrics',
    what: 'dot product of the query and A',
    pattern: /be \((?<q1>\d), (?<q2>\d)\), .*?A \((?<a1>\S+), (?<a2>\S+)\).*? (?<value>\S+) for A/s,
    compute: ({ q1 = 0, q2 = 0, a1 = 0, a2 = 0 }) => q1 * a1 + q2 * a2,
    tolerance: 0.0001,
  },
  {
    card: 'similarity-metrics',
    what: 'dot product of the query and B',
    pattern: /be \((?<q1>\d), (?<q2>\d)\).*? B \((?<b1>\S+), (?<b2>\S+)\).*? (?<value>\S+) for B/s,
    compute: ({ q1 = 0, q2 = 0, b1 = 0, b2 = 0 }) => q1 * b1 + q2 * b2,
    tolerance: 0.0001,
  },
  {
    card: 'similarity-metrics',
    what: 'cosine of the query and A',
    pattern: /document A \((?<a1>[\d.]+), (?<a2>[\d.]+)\).*?cosines are (?<value>[\d.]+) and/s,
    compute: ({ a1 = 0, a2 = 0 }) => a1 / Math.hypot(a1, a2),
    tolerance: 0.001,
  },
  {
    card: 'similarity-metrics',
    what: 'cosine of the query and B',
    pattern: / B \((?<b1>[\d.]+), (?<b2>[\d.]+)\).*?cosines are [\d.]+ and (?<value>[\d.]+\d),/s,
    compute: ({ b1 = 0, b2 = 0 }) => b1 / Math.hypot(b1, b2),
    tolerance: 0.001,
  },
  {
    card: 'bi-encoder-vs-cross-encoder',
    what: 'pairs among 10,000 sentences',
    pattern: /among (?<n>[\d,]+) sentences requires (?<value>[\d,]+) comparisons/,
    compute: ({ n = 0 }) => (n * (n - 1)) / 2,
    tolerance: 0,
  },
  {
    card: 'matryoshka',
    what: 'GB of 10 million full vectors',
    pattern: /from (?<full>\S+) to \d+ dimensions cuts (?<n>\d+) million .*?from (?<value>\S+) GB/,
    compute: ({ full = 0, n = 0 }) => (n * 1e6 * full * 4) / 1e9,
    tolerance: 0.002,
  },
  {
    card: 'matryoshka',
    what: 'GB of 10 million short vectors',
    pattern:
      /to (?<short>\d+) dimensions cuts (?<n>\d+) million float32 vectors .*? to (?<value>\S+) GB/,
    compute: ({ short = 0, n = 0 }) => (n * 1e6 * short * 4) / 1e9,
    tolerance: 0.005,
  },
  {
    card: 'embedding-quantization',
    what: 'GB as float32',
    pattern: /For (?<n>\d+) million vectors of (?<d>[\d,]+) dim.*?float32 \| (?<value>[\d.]+) GB/s,
    compute: ({ n = 0, d = 0 }) => (n * 1e6 * d * 32) / 8 / 1e9,
    tolerance: 0.002,
  },
  {
    card: 'embedding-quantization',
    what: 'GB as int8',
    pattern: /For (?<n>\d+) million vectors of (?<d>[\d,]+) dim.*?int8 \| (?<value>[\d.]+) GB/s,
    compute: ({ n = 0, d = 0 }) => (n * 1e6 * d * 8) / 8 / 1e9,
    tolerance: 0.005,
  },
  {
    card: 'embedding-quantization',
    what: 'GB as bits',
    pattern: /For (?<n>\d+) million vectors of (?<d>[\d,]+) dim.*?binary \| (?<value>[\d.]+) GB/s,
    compute: ({ n = 0, d = 0 }) => (n * 1e6 * d) / 8 / 1e9,
    tolerance: 0.02,
  },
  {
    card: 'embedding-quantization',
    what: 'possible Hamming distances of two 384-bit codes: 0 to all bits',
    pattern: /on a (?<bits>\d+)-dimension model.*?only (?<value>\d+) possible values/s,
    compute: ({ bits = 0 }) => bits + 1,
    tolerance: 0,
  },
  {
    card: 'embedding-quantization',
    what: 'compression of one bit against a float32',
    pattern: /than the (?<bits>\d+) of a float.*?It shrinks (?<value>\d+) times/s,
    compute: ({ bits = 0 }) => bits / 1,
    tolerance: 0,
  },
  {
    card: 'choosing-embedding-model',
    what: 'GB of the vectors',
    pattern:
      /(?<n>\d+) million chunks × (?<d>[\d,]+) dimensions × (?<b>\d+) bytes = (?<value>\d+) GB/,
    compute: ({ n = 0, d = 0, b = 0 }) => (n * 1e6 * d * b) / 1e9,
    tolerance: 0.002,
  },
  {
    card: 'choosing-embedding-model',
    what: 'memory factor of 3,072 against 768 dimensions (quadruple)',
    pattern: /"(?<big>[\d,]+) dimensions beat (?<value>\d+)\.".*?quadruple/s,
    compute: ({ big = 0 }) => big / 4,
    tolerance: 0,
  },
  {
    card: 'embedding-drift-and-migration',
    what: 'tokens of the corpus, billions',
    pattern: /(?<n>\d+) million chunks × (?<t>\d+) tokens are (?<value>\d+) billion/,
    compute: ({ n = 0, t = 0 }) => (n * 1e6 * t) / 1e9,
    tolerance: 0,
  },
  {
    card: 'embedding-drift-and-migration',
    what: 'embedding fee in dollars',
    pattern:
      /(?<n>\d+) million chunks × (?<t>\d+) .*? \$(?<price>\S+) per million, \$(?<value>\d+)/,
    compute: ({ n = 0, t = 0, price = 0 }) => n * t * price,
    tolerance: 0.0001,
  },
  {
    card: 'embedding-theoretical-limits',
    what: 'pairs of 46 documents',
    pattern: /the (?<value>[\d,]+\d) pairs among (?<n>\d+) documents/,
    compute: ({ n = 0 }) => (n * (n - 1)) / 2,
    tolerance: 0,
  },
  {
    card: 'embedding-theoretical-limits',
    what: 'dimensions that make every pair reachable: points (t, t^2, ...) on a curve',
    pattern: /every set of k documents reachable, .*?: for pairs, (?<value>\d+)\./,
    compute: () => reachingDimensions(12),
    tolerance: 0,
  },
  {
    card: 'embedding-theoretical-limits',
    what: 'largest k with 2k dimensions or fewer',
    pattern: /more than d\/2 documents: with (?<d>[\d,]+) dimensions, more than (?<value>\d+)\./,
    compute: ({ d = 0 }) => Math.floor(d / 2),
    tolerance: 0,
  },
];
