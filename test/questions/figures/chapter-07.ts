import type { Figure } from './figure.ts';

/** The term-frequency factor of BM25; `len` is the document length over the average. */
const bm25Tf = (tf: number, k1: number, b: number, len: number): number =>
  (tf * (k1 + 1)) / (tf + k1 * (1 - b + b * len));

/** DCG of the gains in rank order. */
const dcg = (gains: readonly number[]): number =>
  gains.reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);

const sorted = (grades: readonly number[]): number[] => [...grades].sort((a, b) => b - a);

const exponential = (grades: readonly number[]): number[] => grades.map((g) => 2 ** g - 1);

const meanReciprocal = (ranks: readonly number[]): number =>
  ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length;

export const figures: readonly Figure[] = [
  {
    card: 'bm25-formula',
    what: 'IDF of the Lucene variant',
    pattern: /With N = (?<n>[\d,]+) and n = (?<df>\d+) it is (?<value>[\d.]+\d)\./,
    compute: ({ n = 0, df = 0 }) => Math.log(1 + (n - df + 0.5) / (df + 0.5)),
    tolerance: 0.002,
  },
  {
    card: 'bm25-formula',
    what: 'factor of one occurrence at average length',
    pattern:
      /With k1 = (?<k1>[\d.]+) and average length, (?<tf>\d+) occurrence counts (?<value>[\d.]+),/,
    compute: ({ k1 = 0, tf = 0 }) => bm25Tf(tf, k1, 0.75, 1),
    tolerance: 0.0001,
  },
  {
    card: 'bm25-formula',
    what: 'factor of three occurrences',
    pattern: /With k1 = (?<k1>[\d.]+) and .*?, (?<tf>3) count (?<value>[\d.]+),/,
    compute: ({ k1 = 0, tf = 0 }) => bm25Tf(tf, k1, 0.75, 1),
    tolerance: 0.002,
  },
  {
    card: 'bm25-formula',
    what: 'factor of 100 occurrences',
    pattern: /With k1 = (?<k1>[\d.]+) and .*?, (?<tf>100) count (?<value>[\d.]+) and/,
    compute: ({ k1 = 0, tf = 0 }) => bm25Tf(tf, k1, 0.75, 1),
    tolerance: 0.003,
  },
  {
    card: 'bm25-formula',
    what: 'limit of the factor',
    pattern: /With k1 = (?<k1>[\d.]+) and .*?no number exceeds (?<value>[\d.]+\d)\./,
    compute: ({ k1 = 0 }) => bm25Tf(1e9, k1, 0.75, 1),
    tolerance: 0.0001,
  },
  {
    card: 'bm25-formula',
    what: 'factor of three occurrences in a document of double length',
    pattern:
      /With k1 = (?<k1>\S+) and .*?\(b = (?<b>\S+)\), the (?<tf>3) .*? count (?<value>\S+\d)\./s,
    compute: ({ k1 = 0, b = 0, tf = 0 }) => bm25Tf(tf, k1, b, 2),
    tolerance: 0.005,
  },
  {
    card: 'bm25-parameters',
    what: 'length factor at b = 0',
    pattern: /\| (?<b>0) \| (?<value>[\d.]+) \|/,
    compute: ({ b = 0 }) => 1 - b + b * 2,
    tolerance: 0.0001,
  },
  {
    card: 'bm25-parameters',
    what: 'length factor at b = 0.4',
    pattern: /\| (?<b>0\.4) \| (?<value>[\d.]+) \|/,
    compute: ({ b = 0 }) => 1 - b + b * 2,
    tolerance: 0.0001,
  },
  {
    card: 'bm25-parameters',
    what: 'length factor at b = 0.75',
    pattern: /\| (?<b>0\.75) \| (?<value>[\d.]+) \|/,
    compute: ({ b = 0 }) => 1 - b + b * 2,
    tolerance: 0.0001,
  },
  {
    card: 'reciprocal-rank-fusion',
    what: 'RRF of A',
    pattern: /k = (?<k>60).*?\| A \| (?<r1>\d+) \| (?<r2>\d+) \| .*? = (?<value>[\d.]+) \|/s,
    compute: ({ k = 0, r1 = 0, r2 = 0 }) => 1 / (k + r1) + 1 / (k + r2),
    tolerance: 0.0002,
  },
  {
    card: 'reciprocal-rank-fusion',
    what: 'RRF of B',
    pattern: /k = (?<k>60).*?\| B \| (?<r1>\d+) \| (?<r2>\d+) \| .*? = (?<value>[\d.]+) \|/s,
    compute: ({ k = 0, r1 = 0, r2 = 0 }) => 1 / (k + r1) + 1 / (k + r2),
    tolerance: 0.0002,
  },
  {
    card: 'reciprocal-rank-fusion',
    what: 'RRF of C',
    pattern: /k = (?<k>60).*?\| C \| (?<r1>\d+) \| none \| .*? = (?<value>[\d.]+) \|/s,
    compute: ({ k = 0, r1 = 0 }) => 1 / (k + r1),
    tolerance: 0.0005,
  },
  {
    card: 'reciprocal-rank-fusion',
    what: 'RRF of a first place in one list',
    pattern: /k = (?<k>60).*?at rank (?<r>\d) of its only list .*?1\/61 = (?<value>[\d.]+\d),/s,
    compute: ({ k = 0, r = 0 }) => 1 / (k + r),
    tolerance: 0.0003,
  },
  {
    card: 'reciprocal-rank-fusion',
    what: 'RRF of Y in the choice: two second ranks',
    pattern: /With k = (?<k>\d+), .*?Y is (?<r>\d)nd.*?2\/62 = (?<value>[\d.]+) against/s,
    compute: ({ k = 0, r = 0 }) => 2 / (k + r),
    tolerance: 0.002,
  },
  {
    card: 'reciprocal-rank-fusion',
    what: 'RRF of X in the choice: one first rank',
    pattern: /With k = (?<k>\d+), .*?ranked (?<r>\d)st.*?1\/61 = (?<value>[\d.]+\d)\./s,
    compute: ({ k = 0, r = 0 }) => 1 / (k + r),
    tolerance: 0.002,
  },
  {
    card: 'rrf-vs-score-fusion',
    what: 'difference between the first two ranks',
    pattern: /become 1\/(?<a>\d+) and 1\/(?<b>\d+), a difference of (?<value>[\d.]+\d)\./,
    compute: ({ a = 1, b = 1 }) => 1 / a - 1 / b,
    tolerance: 0.02,
  },
  {
    card: 'multi-stage-ranking',
    what: 'hours of a cross-encoder over the corpus',
    pattern:
      /assumed (?<ms>\d+) ms per document, .*? over (?<n>\d+) million .*?take (?<value>\d+) hours/,
    compute: ({ ms = 0, n = 0 }) => (n * 1e6 * ms) / 1000 / 3600,
  },
  {
    card: 'multi-stage-ranking',
    what: 'seconds over the candidates',
    pattern: /assumed (?<ms>\d+) ms per .*?over (?<n>\d+) candidates it takes (?<value>[\d.]+) s/,
    compute: ({ ms = 0, n = 0 }) => (n * ms) / 1000,
    tolerance: 0.0001,
  },
  {
    card: 'multi-stage-ranking',
    what: 'share of relevant documents that arrive, %',
    pattern: /keep (?<a>\d+)%, (?<b>\d+)% and (?<c>\d+)% .*?, (?<value>\d+)% arrive/,
    compute: ({ a = 0, b = 0, c = 0 }) => (a * b * c) / 1e4,
  },
  {
    card: 'llm-rerankers',
    what: 'pairs of 100 candidates',
    pattern: /For (?<n>\d+) candidates.*?Pairwise \| (?<value>[\d,]+) for all pairs/s,
    compute: ({ n = 0 }) => (n * (n - 1)) / 2,
    tolerance: 0,
  },
  {
    card: 'llm-rerankers',
    what: 'windows of the listwise pass, counted by sliding',
    pattern:
      /For (?<n>\d+) cand.*?window of (?<w>\d+) with step (?<s>\d+) .*? = (?<value>\d+) calls/s,
    compute: ({ n = 0, w = 0, s = 1 }) => {
      let calls = 0;
      for (let end = n; end - w >= 0; end -= s) calls += 1;
      return calls;
    },
    tolerance: 0,
  },
  {
    card: 'ir-metrics-overview',
    what: 'precision at 5',
    pattern:
      /top (?<k>\d+) contains two, at ranks (?<a>\d) and (?<b>\d).*?Precision.*? = (?<value>\S+)/s,
    compute: ({ k = 1, a = 0, b = 0 }) => [a, b].filter((r) => r <= k).length / k,
    tolerance: 0.0001,
  },
  {
    card: 'ir-metrics-overview',
    what: 'recall at 5',
    pattern:
      /with (?<n>\d) .*?top (?<k>\d) .*?ranks (?<a>\d) and (?<b>\d).*?Recall.*? = (?<value>\S+)/s,
    compute: ({ n = 1, k = 0, a = 0, b = 0 }) => [a, b].filter((r) => r <= k).length / n,
  },
  {
    card: 'ir-metrics-overview',
    what: 'reciprocal rank',
    pattern: /at ranks (?<a>\d+) and (?<b>\d+)\..*?Reciprocal rank \| 1\/1 = (?<value>[\d.]+)/s,
    compute: ({ a = 1, b = 1 }) => 1 / Math.min(a, b),
    tolerance: 0.0001,
  },
  {
    card: 'ir-metrics-overview',
    what: 'average precision',
    pattern: /with (?<n>\d) .*?ranks (?<a>\d) and (?<b>\d)\..*?Average precision \| (?<value>\S+)/s,
    compute: ({ n = 1, a = 1, b = 1 }) => (1 / a + 2 / b) / n,
    tolerance: 0.0001,
  },
  {
    card: 'ir-metrics-overview',
    what: 'MRR in the choice',
    pattern: /at ranks (?<a>\d), (?<b>\d) and (?<c>\d) for.*?\[x\] (?<value>[\d.]+)/s,
    compute: ({ a = 1, b = 1, c = 1 }) => meanReciprocal([a, b, c]),
    tolerance: 0.001,
  },
  {
    card: 'ir-metrics-overview',
    what: 'inverse of the mean rank',
    pattern:
      /at ranks (?<a>\d), (?<b>\d) and (?<c>\d) for.*?\[ \] (?<value>[\d.]+)\n {2}- That inverts/s,
    compute: ({ a = 1, b = 1, c = 1 }) => 3 / (a + b + c),
    tolerance: 0.002,
  },
  {
    card: 'ndcg-by-hand',
    what: 'DCG with exponential gain',
    pattern:
      /results \((?<a>\d), (?<b>\d), (?<c>\d)\).*?Exponential.*?DCG .*? = (?<value>[\d.]+)\n/s,
    compute: ({ a = 0, b = 0, c = 0 }) => dcg(exponential([a, b, c])),
    tolerance: 0.0001,
  },
  {
    card: 'ndcg-by-hand',
    what: 'ideal DCG with exponential gain',
    pattern:
      /results \((?<a>\d), (?<b>\d), (?<c>\d)\).*?Exponential.*?ideal .*? = (?<value>[\d.]+) /s,
    compute: ({ a = 0, b = 0, c = 0 }) => dcg(exponential(sorted([a, b, c]))),
    tolerance: 0.0002,
  },
  {
    card: 'ndcg-by-hand',
    what: 'nDCG with exponential gain',
    pattern: /results \((?<a>\d), (?<b>\d), (?<c>\d)\).*?Exponential.*?nDCG = (?<value>[\d.]+)\n/s,
    compute: ({ a = 0, b = 0, c = 0 }) =>
      dcg(exponential([a, b, c])) / dcg(exponential(sorted([a, b, c]))),
    tolerance: 0.0005,
  },
  {
    card: 'ndcg-by-hand',
    what: 'DCG with linear gain',
    pattern: /results \((?<a>\d), (?<b>\d), (?<c>\d)\).*?Linear.*?DCG .*? = (?<value>[\d.]+)\n/s,
    compute: ({ a = 0, b = 0, c = 0 }) => dcg([a, b, c]),
    tolerance: 0.0001,
  },
  {
    card: 'ndcg-by-hand',
    what: 'ideal DCG with linear gain',
    pattern: /results \((?<a>\d), (?<b>\d), (?<c>\d)\).*?Linear.*?ideal .*? = (?<value>[\d.]+) /s,
    compute: ({ a = 0, b = 0, c = 0 }) => dcg(sorted([a, b, c])),
    tolerance: 0.0002,
  },
  {
    card: 'ndcg-by-hand',
    what: 'nDCG with linear gain',
    pattern: /results \((?<a>\d), (?<b>\d), (?<c>\d)\).*?Linear.*?nDCG = (?<value>[\d.]+)\n/s,
    compute: ({ a = 0, b = 0, c = 0 }) => dcg([a, b, c]) / dcg(sorted([a, b, c])),
    tolerance: 0.0007,
  },
  {
    card: 'ndcg-by-hand',
    what: 'gain of two documents of grade 2',
    pattern: /outweighs two of grade (?<g>\d) \(3 \+ 3 = (?<value>\d+)\)/,
    compute: ({ g = 0 }) => 2 * (2 ** g - 1),
    tolerance: 0,
  },
  {
    card: 'metric-for-qa-site',
    what: 'MRR of system A',
    pattern:
      /ranks (?<a>\d), (?<b>\d), (?<c>\d) and (?<d>\d), system B.*?\| A \| (?<value>[\d.]+) \|/s,
    compute: ({ a = 1, b = 1, c = 1, d = 1 }) => meanReciprocal([a, b, c, d]),
    tolerance: 0.0001,
  },
  {
    card: 'metric-for-qa-site',
    what: 'success@1 of system A',
    pattern:
      /ranks (?<a>\d), (?<b>\d), (?<c>\d) and (?<d>\d), sys.*?\| A \| \S+ \| (?<value>\S+) \|/s,
    compute: ({ a = 0, b = 0, c = 0, d = 0 }) => [a, b, c, d].filter((r) => r <= 1).length / 4,
    tolerance: 0.0001,
  },
  {
    card: 'metric-for-qa-site',
    what: 'success@3 of system A',
    pattern:
      /ranks (?<a>\d), (?<b>\d), (?<c>\d) and (?<d>\d), sys.*?\| A \|[^\n]* (?<value>\S+) \|\n/s,
    compute: ({ a = 0, b = 0, c = 0, d = 0 }) => [a, b, c, d].filter((r) => r <= 3).length / 4,
    tolerance: 0.0001,
  },
  {
    card: 'metric-for-qa-site',
    what: 'MRR of system B',
    pattern:
      /system B at (?<a>\d), (?<b>\d), (?<c>\d) and (?<d>\d):.*?\| B \| (?<value>[\d.]+) \|/s,
    compute: ({ a = 1, b = 1, c = 1, d = 1 }) => meanReciprocal([a, b, c, d]),
  },
  {
    card: 'metric-for-qa-site',
    what: 'success@1 of system B',
    pattern:
      /system B at (?<a>\d), (?<b>\d), (?<c>\d) and (?<d>\d):.*?\| B \| \S+ \| (?<value>\S+) \|/s,
    compute: ({ a = 0, b = 0, c = 0, d = 0 }) => [a, b, c, d].filter((r) => r <= 1).length / 4,
    tolerance: 0.0001,
  },
  {
    card: 'metric-for-qa-site',
    what: 'success@3 of system B',
    pattern:
      /system B at (?<a>\d), (?<b>\d), (?<c>\d) and (?<d>\d):.*?\| B \|[^\n]* (?<value>\S+) \|\n/s,
    compute: ({ a = 0, b = 0, c = 0, d = 0 }) => [a, b, c, d].filter((r) => r <= 3).length / 4,
    tolerance: 0.0001,
  },
  {
    card: 'metric-for-recommender',
    what: 'weight of a click by inverse propensity',
    pattern: /shown with probability (?<p>[\d.]+) counts as 1\/0\.1 = (?<value>\d+)\./,
    compute: ({ p = 1 }) => 1 / p,
    tolerance: 0.0001,
  },
  {
    card: 'metric-failures',
    what: 'denominator of the reciprocal rank behind two other passages',
    pattern: /reciprocal rank falls from 1 to 1\/(?<value>\d+)/,
    compute: () => 1 + 2, // two passages in front of the labeled one
    tolerance: 0,
  },
  {
    card: 'metric-failures',
    what: 'drop of MRR when one query slips',
    pattern:
      /from rank (?<a>\d) to rank (?<b>\d), MRR over (?<n>\d+) queries drops by (?<value>\S+\d)\./,
    compute: ({ a = 1, b = 1, n = 1 }) => (1 / a - 1 / b) / n,
    tolerance: 0.0001,
  },
  {
    card: 'multi-hop-query-search',
    what: 'document recall',
    pattern:
      /finds (?<a>\d), (?<b>\d), (?<c>\d) and (?<d>\d) of .*?recall is 6\/8 = (?<value>\S+\d),/s,
    compute: ({ a = 0, b = 0, c = 0, d = 0 }) => (a + b + c + d) / (4 * 2),
    tolerance: 0.0001,
  },
  {
    card: 'multi-hop-query-search',
    what: 'share of questions with complete evidence',
    pattern: /finds (?<a>\d), (?<b>\d), (?<c>\d) and (?<d>\d) of .*?evidence: (?<value>\S+\d)\./s,
    compute: ({ a = 0, b = 0, c = 0, d = 0 }) => [a, b, c, d].filter((x) => x === 2).length / 4,
    tolerance: 0.0001,
  },
  {
    card: 'fix-inaccurate-retrieval',
    what: 'points of recall lost by the index',
    pattern: /(?<exact>0\.\d+) against (?<index>0\.\d+) recall@50 .*?loses (?<value>\d+) points/,
    compute: ({ exact = 0, index = 0 }) => 100 * (exact - index),
    tolerance: 0.0001,
  },
  {
    card: 'large-scale-efficient-search',
    what: 'GB of the codes',
    pattern: /(?<n>\d+) billion codes of (?<b>\d+) bytes are (?<value>\d+) GB/,
    compute: ({ n = 0, b = 0 }) => n * b,
    tolerance: 0,
  },
  {
    card: 'large-scale-efficient-search',
    what: 'GB of a node',
    pattern: /are (?<gb>\d+) GB, spread over (?<nodes>\d+) nodes (?<value>\d+) GB each/,
    compute: ({ gb = 0, nodes = 1 }) => gb / nodes,
    tolerance: 0,
  },
  {
    card: 'large-scale-efficient-search',
    what: 'milliseconds of all stages',
    pattern:
      /(?<a>\d+) \|\n.* (?<b>\d+) .\n.* (?<c>\d+) .\n.* (?<d>\d+) .\n.* (?<e>\d+) .\n\n.*is (?<value>\d+) /,
    compute: ({ a = 0, b = 0, c = 0, d = 0, e = 0 }) => a + b + c + d + e,
    tolerance: 0,
  },
  {
    card: 'learning-to-rank',
    what: 'change of DCG by a swap of ranks 5 and 1',
    pattern:
      /A grade-(?<g>\d) .*?at rank (?<low>\d+) .*?at rank (?<top>\d+) .*? = (?<value>\S+\d)\./,
    compute: ({ g = 0, low = 1, top = 1 }) =>
      (2 ** g - 1) * (1 / Math.log2(top + 1) - 1 / Math.log2(low + 1)),
    tolerance: 0.002,
  },
  {
    card: 'learning-to-rank',
    what: 'change of DCG by a swap of ranks 10 and 9',
    pattern:
      /A grade-(?<g>\d) .*?same pair at ranks (?<low>\d+) and (?<top>\d+): (?<value>[\d.]+\d)\./,
    compute: ({ g = 0, low = 1, top = 1 }) =>
      (2 ** g - 1) * (1 / Math.log2(top + 1) - 1 / Math.log2(low + 1)),
    tolerance: 0.06,
  },
  {
    card: 'diversity-mmr',
    what: 'MMR of B',
    pattern:
      /λ = (?<l>\S+) and A.*?copy: (?<q>\S+) to .*?, (?<s>\S+) to A.*?- B: .*? = (?<value>\S+)/s,
    compute: ({ l = 0, q = 0, s = 0 }) => l * q - (1 - l) * s,
    tolerance: 0.0005,
  },
  {
    card: 'diversity-mmr',
    what: 'MMR of C',
    pattern:
      /λ = (?<l>\S+) and A.*?else: (?<q>\S+) to .*?, (?<s>\S+) to A.*?- C: .*? = (?<value>\S+)/s,
    compute: ({ l = 0, q = 0, s = 0 }) => l * q - (1 - l) * s,
    tolerance: 0.0005,
  },
  {
    card: 'late-interaction-at-scale',
    what: 'KB of a page in float16',
    pattern: /about (?<n>[\d,]+) vectors of (?<d>\d+) dimensions, (?<value>\d+) KB in float16/,
    compute: ({ n = 0, d = 0 }) => (n * d * 2) / 1000,
    tolerance: 0.001,
  },
  {
    card: 'late-interaction-at-scale',
    what: 'GB of a million pages',
    pattern: /about (?<n>[\d,]+) vectors of (?<d>\d+) .*?a million pages are (?<value>\d+) GB/,
    compute: ({ n = 0, d = 0 }) => (1e6 * n * d * 2) / 1e9,
    tolerance: 0.001,
  },
  {
    card: 'late-interaction-at-scale',
    what: 'bytes of a ColBERTv2 token: centroid id and residual of 128 dimensions',
    pattern:
      /of (?<d>\d+) dimensions.*? (?<id>\d)-byte .*?of (?<bits>\d) bits .*?, (?<value>\d+) bytes/s,
    compute: ({ d = 0, id = 0, bits = 0 }) => id + (d * bits) / 8,
    tolerance: 0,
  },
  {
    card: 'late-interaction-at-scale',
    what: 'bytes of an uncompressed token in float16',
    pattern: /of (?<d>\d+) dimensions.*?bytes instead of (?<value>\d+)\./s,
    compute: ({ d = 0 }) => d * 2,
    tolerance: 0,
  },
  {
    card: 'late-interaction-at-scale',
    what: 'bytes of a token at one bit a dimension',
    pattern: /of (?<d>\d+) dimensions.*?Plain sign bits take (?<value>\d+)\./s,
    compute: ({ d = 0 }) => d / 8,
    tolerance: 0,
  },
  {
    card: 'building-relevance-judgements',
    what: 'judgments',
    pattern:
      /(?<q>\d+) queries with about (?<p>\d+) pooled passages are (?<value>[\d,]+) judgments/,
    compute: ({ q = 0, p = 0 }) => q * p,
    tolerance: 0,
  },
  {
    card: 'building-relevance-judgements',
    what: 'hours of judging',
    pattern: /are (?<n>[\d,]+) judgments; at (?<s>\d+) seconds each, (?<value>\d+) hours/,
    compute: ({ n = 0, s = 0 }) => (n * s) / 3600,
    tolerance: 0,
  },
  {
    card: 'online-evaluation',
    what: 'weight of a click at rank 5 against rank 1 (four times)',
    pattern:
      /rank 1 is examined with (?<top>[\d.]+) and rank 5 with (?<value>[\d.]+), .*?four times/,
    compute: ({ top = 0 }) => top / 4,
    tolerance: 0.0001,
  },
  {
    card: 'agentic-search-vs-index',
    what: 'tokens of all rounds (five)',
    pattern: /five rounds of (?<t>[\d,]+) tokens put (?<value>[\d,]+) tokens/,
    compute: ({ t = 0 }) => 5 * t,
    tolerance: 0,
  },
];
