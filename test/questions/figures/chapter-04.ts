import type { Figure } from './figure.ts';

export const figures: readonly Figure[] = [
  {
    card: 'chunk-size-worked-example',
    what: 'tokens of a paragraph',
    pattern: /(?<s>\d+) sentences a par\S+ and (?<w>\d+) words.*?Paragraph \| (?<value>\d+) /s,
    compute: ({ s = 0, w = 0 }) => s * w,
    tolerance: 0,
  },
  {
    card: 'chunk-size-worked-example',
    what: 'tokens of a page',
    pattern:
      /(?<p>\d+) paragraphs a page, (?<s>\d+) sent.*?(?<w>\d+) words.*?Page \| (?<value>\d+) /s,
    compute: ({ p = 0, s = 0, w = 0 }) => p * s * w,
    tolerance: 0,
  },
  {
    card: 'chunk-size-worked-example',
    what: 'tokens of a chapter',
    pattern: /chapters, (?<n>\d+) pages.*?Page \| (?<page>\d+) .*?Chapter \| (?<value>[\d,]+) /s,
    compute: ({ n = 0, page = 0 }) => n * page,
    tolerance: 0,
  },
  {
    card: 'chunk-size-worked-example',
    what: 'tokens of the book',
    pattern: /of (?<n>\d+) chapters.*?Chapter \| (?<c>[\d,]+) .*?Book \| (?<value>[\d,]+) /s,
    compute: ({ n = 0, c = 0 }) => n * c,
    tolerance: 0,
  },
  {
    card: 'chunk-size-worked-example',
    what: 'pages of the book',
    pattern: /of (?<n>\d+) chapters, (?<p>\d+) pages.*?\| Page \| \d+ \| (?<value>\d+) /s,
    compute: ({ n = 0, p = 0 }) => n * p,
    tolerance: 0,
  },
  {
    card: 'chunk-size-worked-example',
    what: 'paragraphs of the book',
    pattern:
      /(?<k>\d+) paragraphs a page.*?Paragraph \| \d+ \| (?<value>\d+) .*?Page \|.*?\| (?<p>\d+) /s,
    compute: ({ k = 0, p = 0 }) => k * p,
    tolerance: 0,
  },
  {
    card: 'chunk-size-worked-example',
    what: 'sentences of the book: tokens of the book / tokens of a sentence',
    pattern: /Sentence \| (?<s>\d+) \| (?<value>[\d,]+) .*?Book \| (?<b>[\d,]+) /s,
    compute: ({ s = 1, b = 0 }) => b / s,
    tolerance: 0,
  },
  {
    card: 'chunk-size-worked-example',
    what: 'book / encoder limit',
    pattern: /not fit: (?<b>[\d,]+) \/ (?<limit>[\d,]+) = (?<value>[\d.]+\d),/,
    compute: ({ b = 0, limit = 1 }) => b / limit,
    tolerance: 0.002,
  },
  {
    card: 'chunk-size-worked-example',
    what: 'smallest number of pieces',
    pattern: /not fit: (?<b>[\d,]+) \/ (?<limit>[\d,]+) = .*?at least (?<value>\d+) pieces/,
    compute: ({ b = 0, limit = 1 }) => Math.ceil(b / limit),
    tolerance: 0,
  },
  {
    card: 'chunk-size-worked-example',
    what: 'tokens of each of the pieces',
    pattern: /not fit: (?<b>[\d,]+) \/.*?at least (?<n>\d+) pieces.*?about (?<value>[\d,]+) tokens/,
    compute: ({ b = 0, n = 1 }) => b / n,
  },
  {
    card: 'chunk-size-worked-example',
    what: 'tokens of a short real page',
    pattern: /about (?<t>[\d.]+) tokens a word, and a page (?<w>\d+) .*?roughly (?<value>\d+) to/,
    compute: ({ t = 0, w = 0 }) => t * w,
  },
  {
    card: 'chunk-size-worked-example',
    what: 'tokens of a long real page',
    pattern:
      /about (?<t>[\d.]+) tokens a word, and .*? to (?<w>\d+) words.*? to (?<value>\d+) tokens/,
    compute: ({ t = 0, w = 0 }) => t * w,
  },
  {
    card: 'chunking-strategies-and-evaluation',
    what: 'tokens delivered by small chunks',
    pattern: /k = (?<k>\d+), chunks of (?<size>\d+) tokens deliver (?<value>[\d,]+) /,
    compute: ({ k = 0, size = 0 }) => k * size,
    tolerance: 0,
  },
  {
    card: 'chunking-strategies-and-evaluation',
    what: 'tokens delivered by large chunks',
    pattern: /k = (?<k>\d+), .*?and chunks of (?<size>\d+) deliver (?<value>[\d,]+\d)/,
    compute: ({ k = 0, size = 0 }) => k * size,
    tolerance: 0,
  },
  {
    card: 'chunk-overlap',
    what: 'growth with overlap 64',
    pattern: /\| (?<size>\d+) \/ (?<overlap>64) \| \d+ \| (?<value>[\d.]+)x/,
    compute: ({ size = 0, overlap = 0 }) => size / (size - overlap),
  },
  {
    card: 'chunk-overlap',
    what: 'stride with overlap 64',
    pattern: /\| (?<size>\d+) \/ (?<overlap>64) \| (?<value>\d+) /,
    compute: ({ size = 0, overlap = 0 }) => size - overlap,
    tolerance: 0,
  },
  {
    card: 'chunk-overlap',
    what: 'growth with overlap 102',
    pattern: /\| (?<size>\d+) \/ (?<overlap>102) \| \d+ \| (?<value>[\d.]+)x/,
    compute: ({ size = 0, overlap = 0 }) => size / (size - overlap),
  },
  {
    card: 'chunk-overlap',
    what: 'stride with overlap 102',
    pattern: /\| (?<size>\d+) \/ (?<overlap>102) \| (?<value>\d+) /,
    compute: ({ size = 0, overlap = 0 }) => size - overlap,
    tolerance: 0,
  },
  {
    card: 'chunk-overlap',
    what: 'growth with overlap 256',
    pattern: /\| (?<size>\d+) \/ (?<overlap>256) \| \d+ \| (?<value>[\d.]+)x/,
    compute: ({ size = 0, overlap = 0 }) => size / (size - overlap),
  },
  {
    card: 'chunk-overlap',
    what: 'right option: growth with overlap 128',
    pattern: /Chunks of (?<size>\d+) tokens overlap by (?<overlap>\d+).*?\[x\] (?<value>[\d.]+)/s,
    compute: ({ size = 0, overlap = 0 }) => size / (size - overlap),
  },
  {
    card: 'fixed-vs-recursive',
    what: 'tokens of 500 English characters at about 4 characters a token',
    pattern: /it is (?<chars>\d+) characters.*?about (?<value>\d+) tokens/,
    compute: ({ chars = 0 }) => chars / 4,
  },
  {
    card: 'contextual-retrieval',
    what: 'cut by contextual embeddings, in percent',
    pattern: /Plain.*? (?<a>[\d.]+)%.*?Contextual embeddings \| (?<b>[\d.]+)% \| (?<value>\d+)%/s,
    compute: ({ a = 1, b = 0 }) => (1 - b / a) * 100,
  },
  {
    card: 'contextual-retrieval',
    what: 'cut with contextual BM25, in percent',
    pattern: /Plain.*? (?<a>[\d.]+)%.*?contextual BM25 \| (?<b>[\d.]+)% \| (?<value>\d+)%/s,
    compute: ({ a = 1, b = 0 }) => (1 - b / a) * 100,
  },
  {
    card: 'contextual-retrieval',
    what: 'cut with reranking, in percent',
    pattern: /Plain.*? (?<a>[\d.]+)%.*?\+ reranking \| (?<b>[\d.]+)% \| (?<value>\d+)%/s,
    compute: ({ a = 1, b = 0 }) => (1 - b / a) * 100,
  },
  {
    card: 'contextual-retrieval',
    // Anthropic's assumptions: 50 instruction and 100 output tokens a chunk,
    // Claude 3 Haiku prices of 2024 (input, cache write, cache read, output per million).
    what: 'dollars per million document tokens with prompt caching',
    pattern:
      /about \$(?<value>[\d.]+) per mil.*?(?<doc>[\d,]+)-token doc.*?(?<chunk>\d+)-token chunks/,
    compute: ({ doc = 1, chunk = 1 }) => {
      const [input, write, read, output] = [0.25, 0.3, 0.03, 1.25];
      const [instruction, context] = [50, 100];
      const perChunk = doc * read + (chunk + instruction) * input + context * output;
      return (doc * write + (doc / chunk) * perChunk) / doc;
    },
  },
  {
    card: 'proposition-chunks',
    what: 'year of the move',
    pattern: /Founded in (?<year>\d+), it moved .*? two years.*?to Bergen in (?<value>\d+)\./s,
    compute: ({ year = 0 }) => year + 2,
    tolerance: 0,
  },
  {
    card: 'very-large-tables',
    what: 'million tokens of the table',
    pattern: /some (?<t>\d+) tokens a row, (?<rows>[\d,]+) rows are (?<value>\d+) million/,
    compute: ({ t = 0, rows = 0 }) => (t * rows) / 1e6,
  },
  {
    card: 'charts-and-visual-documents',
    what: 'KiB a page: vectors x dimensions x bytes of a 16-bit float',
    pattern:
      /(?<n>[\d,]+) patch vectors of (?<d>\d+) dim.*? (?<bits>\d+)-bit.*?are (?<value>\d+) KiB/,
    compute: ({ n = 0, d = 0, bits = 0 }) => (n * d * (bits / 8)) / 1024,
    tolerance: 0,
  },
  {
    card: 'choosing-chunk-size',
    what: 'small chunks that fit the budget',
    pattern: /: (?<budget>[\d,]+) tokens hold (?<value>\d+) chunks of (?<size>\d+) /,
    compute: ({ budget = 0, size = 1 }) => Math.floor(budget / size),
    tolerance: 0,
  },
  {
    card: 'choosing-chunk-size',
    what: 'large chunks that fit the budget',
    pattern: /: (?<budget>[\d,]+) tokens hold .*? or (?<value>\d+) of (?<size>[\d,]+\d)/,
    compute: ({ budget = 0, size = 1 }) => Math.floor(budget / size),
    tolerance: 0,
  },
];
