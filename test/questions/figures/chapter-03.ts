import type { Figure } from './figure.ts';

export const figures: readonly Figure[] = [
  {
    card: 'rag-vs-long-context',
    what: 'price of a long prompt: tokens x price per million',
    pattern:
      /\$(?<price>[\d.]+) per .*?(?<tokens>[\d,]+) tokens of documents cost \$(?<value>[\d.]+)/,
    compute: ({ price = 0, tokens = 0 }) => (tokens / 1e6) * price,
  },
  {
    card: 'rag-vs-long-context',
    what: 'price of eight retrieved chunks',
    pattern: /\$(?<price>[\d.]+) per .*?eight .*? of (?<size>\d+) tokens cost \$(?<value>[\d.]+\d)/,
    compute: ({ price = 0, size = 0 }) => ((8 * size) / 1e6) * price,
  },
  {
    card: 'rag-vs-long-context',
    what: 'ratio of the two prices',
    pattern: /(?<tokens>[\d,]+) tokens of doc.*?chunks of (?<size>\d+) .*?factor of (?<value>\d+)/,
    compute: ({ tokens = 0, size = 0 }) => tokens / (8 * size),
  },
  {
    card: 'rag-sequence-vs-token',
    what: 'RAG-Sequence: sum over passages of weight x product over tokens',
    pattern:
      /t (?<w>\S+)\).*?s (?<a>\S+) and (?<b>\S+), .* (?<c>\S+) and (?<d>\S+)\. .*?s (?<value>\S+),/,
    compute: ({ w = 0, a = 0, b = 0, c = 0, d = 0 }) => w * a * b + (1 - w) * c * d,
  },
  {
    card: 'rag-sequence-vs-token',
    what: 'RAG-Token: product over tokens of the weighted sum over passages',
    pattern:
      /ht (?<w>\S+)\).*?s (?<a>\S+) and (?<b>\S+), .* (?<c>\S+) and (?<d>\S+)\. .*n (?<value>\S+),/,
    compute: ({ w = 0, a = 0, b = 0, c = 0, d = 0 }) =>
      (w * a + (1 - w) * c) * (w * b + (1 - w) * d),
  },
  {
    card: 'multi-hop-rag',
    what: 'two independent hops',
    pattern: /probability (?<p>[\d.]+) and hops.*?two hops succeed in (?<value>[\d.]+\d)/s,
    compute: ({ p = 0 }) => p ** 2,
  },
  {
    card: 'multi-hop-rag',
    what: 'three independent hops',
    pattern: /probability (?<p>[\d.]+) and hops.*?and three in (?<value>[\d.]+\d)/s,
    compute: ({ p = 0 }) => p ** 3,
  },
  {
    card: 'rerank-in-rag',
    what: 'relative cut of the top-20 failure rate, in percent',
    pattern: /was (?<before>\S+)% with plain.*?and (?<after>\S+)% when.*?cut is (?<value>\d+)%/,
    compute: ({ before = 0, after = 0 }) => (1 - after / before) * 100,
  },
  {
    card: 'citations',
    what: 'citation recall: fully supported statements / statements',
    pattern: /(?<all>\d+) statements, (?<ok>\d+) of them fully.*?recall (?<value>[\d.]+\d),/s,
    compute: ({ all = 1, ok = 0 }) => ok / all,
  },
  {
    card: 'citations',
    what: 'citation precision: contributing citations / citations',
    pattern: /with (?<all>\d+) citations of which (?<ok>\d+) .*?precision (?<value>[\d.]+\d)\./,
    compute: ({ all = 1, ok = 0 }) => ok / all,
  },
  {
    card: 'abstention',
    what: 'accuracy in percent when all questions are answered',
    pattern: /with (?<all>\d+) questions, answering all with (?<ok>\d+) right is (?<value>\d+)%/,
    compute: ({ all = 1, ok = 0 }) => (ok / all) * 100,
  },
  {
    card: 'abstention',
    what: 'selective accuracy in percent',
    pattern: /answering (?<n>\d+) with (?<ok>\d+) right is (?<value>\d+)% at/,
    compute: ({ n = 1, ok = 0 }) => (ok / n) * 100,
  },
  {
    card: 'abstention',
    what: 'coverage in percent',
    pattern: /with (?<all>\d+) questions,.*?answering (?<n>\d+) with .*?% at (?<value>\d+)%/,
    compute: ({ all = 1, n = 0 }) => (n / all) * 100,
  },
  {
    card: 'rag-evaluation',
    what: 'faithfulness: supported claims / claims',
    pattern: /with (?<all>\d+) claims of which (?<ok>\d+) are supported is (?<value>[\d.]+\d)/,
    compute: ({ all = 1, ok = 0 }) => ok / all,
  },
  {
    card: 'rag-evaluation',
    what: 'context precision: mean of precision@k over the ranks of useful passages',
    pattern: /useful at ranks (?<r1>\d+) and (?<r2>\d+) gives .*? = (?<value>[\d.]+\d)\./,
    compute: ({ r1 = 1, r2 = 1 }) => (1 / r1 + 2 / r2) / 2,
  },
  {
    card: 'rag-debugging',
    what: 'share of the evidence that never reaches a five-passage prompt, in percent',
    pattern: /recall@5 is (?<recall>[\d.]+\d), and five.*?state (?<value>\d+)% of the evidence/s,
    compute: ({ recall = 0 }) => (1 - recall) * 100,
  },
  {
    card: 'freshness-and-deletes',
    what: 'chunks embedded again a day',
    pattern: /if (?<share>[\d.]+)% of (?<millions>\d+) million.*?, (?<value>[\d,]+) embeddings/,
    compute: ({ share = 0, millions = 0 }) => (share / 100) * millions * 1e6,
  },
  {
    card: 'permission-aware-rag',
    what: 'expected passages left when a top k is filtered afterwards',
    pattern: /may see (?<share>\d+)% of .*?a top (?<k>\d+) filtered .*?keeps (?<value>[\d.]+\d) /,
    compute: ({ share = 0, k = 0 }) => (share / 100) * k,
  },
  {
    card: 'rag-latency-cost',
    what: 'input tokens of the large context',
    pattern: /(?<n>\d+) chunks of (?<size>\d+) tokens are (?<value>[\d,]+) input/,
    compute: ({ n = 0, size = 0 }) => n * size,
  },
  {
    card: 'rag-latency-cost',
    what: 'input tokens of five chunks',
    pattern: /chunks of (?<size>\d+) tokens are .*?five are (?<value>[\d,]+\d),/,
    compute: ({ size = 0 }) => 5 * size,
  },
];
