import type { Figure } from './figure.ts';

// Byte-pair encoding on words whose pieces a space separates, with a bar between words.
const spell = (text: string): string =>
  text
    .split(' ')
    .map((word) => word.split('').join(' '))
    .join('|');

const corpus = spell('low low lower newest newest newest');

const mergePair = (text: string, pair: string): string =>
  text
    .split('|')
    .map((word) => {
      const merged = [];
      let last = '';
      for (const piece of word.split(' ')) {
        if (`${last} ${piece}` === pair) {
          merged.pop();
          merged.push(last + piece);
          last = '';
        } else {
          merged.push(piece);
          last = piece;
        }
      }
      return merged.join(' ');
    })
    .join('|');

/** Adjacent pairs in the order in which they are first seen, with their counts. */
const countPairs = (text: string) => {
  const counts = new Map([['', 0]]);
  for (const word of text.split('|')) {
    const pieces = word.split(' ');
    for (const [i, piece] of pieces.slice(1).entries()) {
      const pair = `${pieces[i]} ${piece}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return counts;
};

/** The merges that training finds, most frequent pair first, ties to the pair seen first. */
const train = (steps: number) => {
  const merges = [];
  let text = corpus;
  for (let step = 0; step < steps; step += 1) {
    let best = { pair: '', count: 0 };
    for (const [pair, count] of countPairs(text)) {
      if (count > best.count) {
        best = { pair, count };
      }
    }
    merges.push(best);
    text = mergePair(text, best.pair);
  }
  return merges;
};

/** Pieces of a word after the merges, replayed by rank. */
const encodedLength = (word: string, steps: number): number => {
  let pieces = spell(word);
  for (const { pair } of train(steps)) {
    pieces = mergePair(pieces, pair);
  }
  return pieces.split(' ').length;
};

/** Count of the merge at this rank (from 1), if its parts are the ones that the card prints. */
const mergeCount = (rank: number, pair: string): number => {
  const merge = train(rank).at(-1);
  return merge?.pair === pair ? merge.count : Number.NaN;
};

const softmaxOf210 = (temperature: number, index: number): number => {
  const weights = [2, 1, 0].map((logit) => Math.exp(logit / temperature));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return (weights[index] ?? 0) / sum;
};

/** Probability that more than half of n independent chains are right. */
const majority = (p: number, n: number): number => {
  let sum = 0;
  let ways = 1;
  for (let k = 0; k <= n; k += 1) {
    if (k > n / 2) {
      sum += ways * p ** k * (1 - p) ** (n - k);
    }
    ways = (ways * (n - k)) / (k + 1);
  }
  return sum;
};

/** Rounds to 11 significant bits, ties to even: FP16 within its normal range. */
const fp16 = (x: number): number => {
  const step = 2 ** (Math.floor(Math.log2(x)) - 10);
  const low = Math.floor(x / step);
  const rest = x / step - low;
  const up = rest > 0.5 || (rest === 0.5 && low % 2 === 1);
  return (up ? low + 1 : low) * step;
};

const perMillion = (dollarsPerHour: number, tokensPerSecond: number, percent: number): number =>
  (dollarsPerHour / (tokensPerSecond * 3600 * (percent / 100))) * 1e6;

export const figures: readonly Figure[] = [
  {
    card: 'what-is-a-token',
    what: 'attention scores grow with the square of the length',
    pattern: /expensive: (?<times>\d+) times as many positions mean (?<value>\d+) times as many/,
    compute: ({ times = 0 }) => times ** 2,
  },
  {
    card: 'what-is-a-token',
    what: 'tokens of a text from its words',
    pattern:
      /or (?<words>0\.\d+) words per token, so (?<count>\S+) words take about (?<value>[\d,]+\d)/,
    compute: ({ words = 1, count = 0 }) => count / words,
  },
  {
    card: 'what-is-a-token',
    what: 'choices: symbols that a byte can be',
    pattern: /with its (?<value>\d+) byte symbols/,
    compute: () => 2 ** 8,
  },
  {
    card: 'bpe-by-hand',
    what: 'count of the leading pair',
    pattern: /"low low lower newest newest newest".*?`we` leads with (?<value>\d+)/s,
    compute: () => countPairs(corpus).get('w e') ?? 0,
  },
  {
    card: 'bpe-by-hand',
    what: 'count of the leading pair from its two words',
    pattern: /leads with (?<value>\d+) \((?<lower>\d+) in lower, (?<newest>\d+) in newest\)/,
    compute: ({ lower = 0, newest = 0 }) => lower + newest,
  },
  {
    card: 'bpe-by-hand',
    what: 'count that six pairs share',
    pattern: /Six pairs have (?<value>\d+): lo, ow, ne, ew, es and st/,
    compute: () => {
      const counts = countPairs(corpus);
      const shared = ['l o', 'o w', 'n e', 'e w', 'e s', 's t'].map((pair) => counts.get(pair));
      const [first] = shared;
      return shared.every((count) => count === first) ? (first ?? 0) : Number.NaN;
    },
  },
  {
    card: 'bpe-by-hand',
    what: 'count of the last pair',
    pattern: /`er` has (?<value>\d+)/,
    compute: () => countPairs(corpus).get('e r') ?? 0,
  },
  {
    card: 'bpe-by-hand',
    what: 'merge 1',
    pattern: /1 {2}w \+ e +(?<value>\d+)/,
    compute: () => mergeCount(1, 'w e'),
  },
  {
    card: 'bpe-by-hand',
    what: 'merge 2',
    pattern: /2 {2}l \+ o +(?<value>\d+)/,
    compute: () => mergeCount(2, 'l o'),
  },
  {
    card: 'bpe-by-hand',
    what: 'merge 3',
    pattern: /3 {2}n \+ e +(?<value>\d+)/,
    compute: () => mergeCount(3, 'n e'),
  },
  {
    card: 'bpe-by-hand',
    what: 'merge 4',
    pattern: /4 {2}ne \+ we +(?<value>\d+)/,
    compute: () => mergeCount(4, 'ne we'),
  },
  {
    card: 'bpe-by-hand',
    what: 'merge 5',
    pattern: /5 {2}newe \+ s +(?<value>\d+)/,
    compute: () => mergeCount(5, 'newe s'),
  },
  {
    card: 'bpe-by-hand',
    what: 'merge 6',
    pattern: /6 {2}newes \+ t +(?<value>\d+)/,
    compute: () => mergeCount(6, 'newes t'),
  },
  {
    card: 'bpe-by-hand',
    what: 'merge 7',
    pattern: /7 {2}lo \+ w +(?<value>\d+)/,
    compute: () => mergeCount(7, 'lo w'),
  },
  {
    card: 'bpe-by-hand',
    what: 'tokens of newer',
    pattern: /newer {2}-> .*-> newe \| r +(?<value>\d+) tokens/,
    compute: () => encodedLength('newer', 7),
  },
  {
    card: 'bpe-by-hand',
    what: 'tokens of lowest',
    pattern: /lowest -> .*-> lo \| we \| s \| t +(?<value>\d+) tokens/,
    compute: () => encodedLength('lowest', 7),
  },
  {
    card: 'bpe-by-hand',
    what: 'vocabulary of GPT-2',
    pattern: /has (?<bytes>\d+) \+ (?<merges>[\d,]+) \+ (?<special>\d+) = (?<value>[\d,]+\d)/,
    compute: ({ bytes = 0, merges = 0, special = 0 }) => bytes + merges + special,
    tolerance: 0.000001,
  },
  {
    card: 'api-vs-self-hosting-cost',
    what: 'dollars a day for new input',
    pattern:
      /Take (?<n>\S+) requests .* (?<t>\d+) new .*prices of \$(?<p>\d+), .*is \$(?<value>\d+) \+/,
    compute: ({ n = 0, t = 0, p = 0 }) => (n * t * p) / 1e6,
  },
  {
    card: 'api-vs-self-hosting-cost',
    what: 'dollars a day for cached input',
    pattern:
      /Take (?<n>\S+) req.* (?<t>\S+) cached .*of \$3, \$(?<p>\S+) .*is \$\d+ \+ \$(?<value>\d+)/,
    compute: ({ n = 0, t = 0, p = 0 }) => (n * t * p) / 1e6,
  },
  {
    card: 'api-vs-self-hosting-cost',
    what: 'dollars a day for output',
    pattern:
      /Take (?<n>\S+) req.* (?<t>\d+) output .* and \$(?<p>\d+) per .*\d \+ \$(?<value>\d+) =/,
    compute: ({ n = 0, t = 0, p = 0 }) => (n * t * p) / 1e6,
  },
  {
    card: 'api-vs-self-hosting-cost',
    what: 'dollars a day in all',
    pattern: /is \$(?<a>\d+) \+ \$(?<b>\d+) \+ \$(?<c>\d+) = \$(?<value>\d+) a day/,
    compute: ({ a = 0, b = 0, c = 0 }) => a + b + c,
    tolerance: 0.0001,
  },
  {
    card: 'api-vs-self-hosting-cost',
    what: 'self-hosted dollars per million at full load',
    pattern:
      /at \$(?<hour>\d+) per hour .* (?<rate>\S+) output .* \$(?<value>\S+) per million at full/,
    compute: ({ hour = 0, rate = 1 }) => perMillion(hour, rate, 100),
  },
  {
    card: 'api-vs-self-hosting-cost',
    what: 'output tokens of the day, in millions',
    pattern: /Take (?<n>\S+) requests .* (?<t>\d+) output .*The day's (?<value>\d+) million/s,
    compute: ({ n = 0, t = 0 }) => (n * t) / 1e6,
  },
  {
    card: 'api-vs-self-hosting-cost',
    what: 'output tokens a second, averaged over the day',
    pattern: /The day's (?<million>\d+) million output tokens are only (?<value>\d+) per second/,
    compute: ({ million = 0 }) => (million * 1e6) / (24 * 3600),
  },
  {
    card: 'api-vs-self-hosting-cost',
    what: 'utilization, in percent',
    pattern: /sustain (?<rate>\S+) output .*only (?<used>\d+) per second, (?<value>\d+)% of that/,
    compute: ({ rate = 1, used = 0 }) => (100 * used) / rate,
    tolerance: 0.03,
  },
  {
    card: 'api-vs-self-hosting-cost',
    what: 'self-hosted dollars per million at the load of the day',
    pattern:
      /at \$(?<hour>\d+) per hour .*day's (?<million>\d+) million .*price is \$(?<value>\S+) per/,
    compute: ({ hour = 0, million = 1 }) => (24 * hour) / million,
  },
  {
    card: 'api-vs-self-hosting-cost',
    what: 'self-hosted dollars a day',
    pattern: /at \$(?<hour>\d+) per hour .*per million, or \$(?<value>\d+) a day/,
    compute: ({ hour = 0 }) => 24 * hour,
  },
  {
    card: 'api-vs-self-hosting-cost',
    what: 'weights in BF16, in GB',
    pattern: /(?<n>\d+)B weights take (?<value>\d+) GB in BF16/,
    compute: ({ n = 0 }) => 2 * n,
  },
  {
    card: 'api-vs-self-hosting-cost',
    what: 'weights at 4 bits, in GB',
    pattern: /(?<n>\d+)B weights .* or about (?<value>\d+) GB at (?<bits>\d) bits/,
    compute: ({ n = 0, bits = 0 }) => (n * bits) / 8,
  },
  {
    card: 'api-vs-self-hosting-cost',
    what: 'choices: dollars per million at full load',
    pattern:
      /costs \$(?<hour>\d+) per hour and sustains (?<rate>\S+) .*\[x\] About \$(?<value>\S+) and/s,
    compute: ({ hour = 0, rate = 1 }) => perMillion(hour, rate, 100),
  },
  {
    card: 'api-vs-self-hosting-cost',
    what: 'choices: dollars per million at part load',
    pattern:
      /costs \$(?<hour>\d) .* (?<rate>[\d,]+) out.* (?<part>\d+)% util.*x\] .* \$(?<value>\S+)\n/s,
    compute: ({ hour = 0, rate = 1, part = 1 }) => perMillion(hour, rate, part),
  },
  {
    card: 'api-vs-self-hosting-cost',
    what: 'choices: million tokens in an hour',
    pattern: /but (?<rate>[\d,]+) · 3,600 is (?<value>[\d.]+) million/,
    compute: ({ rate = 0 }) => (rate * 3600) / 1e6,
  },
  {
    card: 'temperature',
    what: 'first token at T = 0.5',
    pattern: /\(2, 1, 0\):.*?\n\| (?<t>0\.5) \| (?<value>[\d.]+) \|/s,
    compute: ({ t = 1 }) => softmaxOf210(t, 0),
    tolerance: 0.003,
  },
  {
    card: 'temperature',
    what: 'second token at T = 0.5',
    pattern: /\(2, 1, 0\):.*?\n\| (?<t>0\.5) \| \S+ \| (?<value>[\d.]+) \|/s,
    compute: ({ t = 1 }) => softmaxOf210(t, 1),
    tolerance: 0.005,
  },
  {
    card: 'temperature',
    what: 'third token at T = 0.5',
    pattern: /\(2, 1, 0\):.*?\n\| (?<t>0\.5) \| \S+ \| \S+ \| (?<value>[\d.]+) \|/s,
    compute: ({ t = 1 }) => softmaxOf210(t, 2),
    tolerance: 0.03,
  },
  {
    card: 'temperature',
    what: 'first token at T = 1',
    pattern: /\(2, 1, 0\):.*?\n\| (?<t>1) \| (?<value>[\d.]+) \|/s,
    compute: ({ t = 1 }) => softmaxOf210(t, 0),
    tolerance: 0.003,
  },
  {
    card: 'temperature',
    what: 'second token at T = 1',
    pattern: /\(2, 1, 0\):.*?\n\| (?<t>1) \| \S+ \| (?<value>[\d.]+) \|/s,
    compute: ({ t = 1 }) => softmaxOf210(t, 1),
    tolerance: 0.003,
  },
  {
    card: 'temperature',
    what: 'third token at T = 1',
    pattern: /\(2, 1, 0\):.*?\n\| (?<t>1) \| \S+ \| \S+ \| (?<value>[\d.]+) \|/s,
    compute: ({ t = 1 }) => softmaxOf210(t, 2),
    tolerance: 0.005,
  },
  {
    card: 'temperature',
    what: 'first token at T = 2',
    pattern: /\(2, 1, 0\):.*?\n\| (?<t>2) \| (?<value>[\d.]+) \|/s,
    compute: ({ t = 1 }) => softmaxOf210(t, 0),
    tolerance: 0.003,
  },
  {
    card: 'temperature',
    what: 'second token at T = 2',
    pattern: /\(2, 1, 0\):.*?\n\| (?<t>2) \| \S+ \| (?<value>[\d.]+) \|/s,
    compute: ({ t = 1 }) => softmaxOf210(t, 1),
    tolerance: 0.003,
  },
  {
    card: 'temperature',
    what: 'third token at T = 2',
    pattern: /\(2, 1, 0\):.*?\n\| (?<t>2) \| \S+ \| \S+ \| (?<value>[\d.]+) \|/s,
    compute: ({ t = 1 }) => softmaxOf210(t, 2),
    tolerance: 0.005,
  },
  {
    card: 'temperature',
    what: 'follow-up: odds of two tokens at T = 1',
    pattern: /Logits \((?<a>\d), (?<b>\d)\) at T = (?<t>\d): .*e to 1, about (?<value>[\d.]+)\)/,
    compute: ({ a = 0, b = 0, t = 1 }) => Math.exp((a - b) / t),
  },
  {
    card: 'top-k-top-p-min-p',
    what: 'poor candidates of a fixed k when one token is sure',
    pattern: /k = (?<k>\d+), a peaked distribution keeps (?<value>\d+) poor/,
    compute: ({ k = 0 }) => k - 1,
    tolerance: 0.0001,
  },
  {
    card: 'top-k-top-p-min-p',
    what: 'min-p bar of a sure token',
    pattern:
      /min_p = (?<share>[\d.]+) and a best token of (?<best>[\d.]+), the bar is (?<value>[\d.]+);/,
    compute: ({ share = 0, best = 0 }) => share * best,
  },
  {
    card: 'top-k-top-p-min-p',
    what: 'min-p bar of an open question',
    pattern: /min_p = (?<share>\S+) .*; .* token of (?<best>[\d.]+), it drops to (?<value>0\.\d+)/,
    compute: ({ share = 0, best = 0 }) => share * best,
  },
  {
    card: 'top-k-top-p-min-p',
    what: 'choices: mass of the first three',
    pattern:
      /probabilities (?<a>[\d.]+), (?<b>[\d.]+), (?<c>\S+) and .*three hold (?<value>\S+) al/s,
    compute: ({ a = 0, b = 0, c = 0 }) => a + b + c,
  },
  {
    card: 'top-k-top-p-min-p',
    what: 'choices: mass of the first two',
    pattern: /- (?<a>[\d.]+) \+ (?<b>[\d.]+) = (?<value>[\d.]+) is too little/,
    compute: ({ a = 0, b = 0 }) => a + b,
  },
  {
    card: 'decoding-strategies',
    what: 'expected tokens of a pass of speculative decoding: 1 + α + ... + α^γ',
    pattern: /α = (?<alpha>[\d.]+) and γ = (?<gamma>\d+) give (?<value>[\d.]+\d)/,
    compute: ({ alpha = 0, gamma = 0 }) => {
      let sum = 0;
      for (let i = 0; i <= gamma; i += 1) {
        sum += alpha ** i;
      }
      return sum;
    },
    tolerance: 0.002,
  },
  {
    card: 'chain-of-thought',
    what: 'pens in the boxes',
    pattern: /(?<boxes>\d+) boxes of (?<each>\d+) pens are (?<value>\d+) pens/,
    compute: ({ boxes = 0, each = 0 }) => boxes * each,
  },
  {
    card: 'chain-of-thought',
    what: 'pens left',
    pattern:
      /(?<boxes>\d+) boxes of (?<each>\d+) pens\. (?<sold>\d+) pens .* answer is (?<value>\d+)/s,
    compute: ({ boxes = 0, each = 0, sold = 0 }) => boxes * each - sold,
  },
  {
    card: 'self-consistency-and-tot',
    what: 'vote of 5 chains that are mostly right',
    pattern: /\| (?<percent>60)% \| \S+ \| (?<value>[\d.]+) \|/,
    compute: ({ percent = 0 }) => majority(percent / 100, 5),
  },
  {
    card: 'self-consistency-and-tot',
    what: 'vote of 15 chains that are mostly right',
    pattern: /\| (?<percent>60)% \| \S+ \| \S+ \| (?<value>[\d.]+) \|/,
    compute: ({ percent = 0 }) => majority(percent / 100, 15),
  },
  {
    card: 'self-consistency-and-tot',
    what: 'vote of 5 chains that are mostly wrong',
    pattern: /\| (?<percent>40)% \| \S+ \| (?<value>[\d.]+) \|/,
    compute: ({ percent = 0 }) => majority(percent / 100, 5),
  },
  {
    card: 'self-consistency-and-tot',
    what: 'vote of 15 chains that are mostly wrong',
    pattern: /\| (?<percent>40)% \| \S+ \| \S+ \| (?<value>[\d.]+) \|/,
    compute: ({ percent = 0 }) => majority(percent / 100, 15),
    tolerance: 0.02,
  },
  {
    card: 'nondeterminism-at-temperature-zero',
    what: 'FP16 sum from the left',
    pattern: /in FP16, \((?<a>\d+) \+ (?<b>\d+)\) \+ (?<c>\d+) is (?<value>\d+)/,
    compute: ({ a = 0, b = 0, c = 0 }) => fp16(fp16(a + b) + c),
    tolerance: 0.0001,
  },
  {
    card: 'nondeterminism-at-temperature-zero',
    what: 'FP16 sum from the right',
    pattern: /while (?<a>\d+) \+ \((?<b>\d+) \+ (?<c>\d+)\) is (?<value>\d+)/,
    compute: ({ a = 0, b = 0, c = 0 }) => fp16(a + fp16(b + c)),
    tolerance: 0.0001,
  },
  {
    card: 'long-context-and-context-rot',
    what: 'dollars for a full prompt',
    pattern:
      /\$(?<price>\d+) per million .* prompt of (?<tokens>[\d,]+) tokens costs \$(?<value>[\d.]+)/,
    compute: ({ price = 0, tokens = 0 }) => (price * tokens) / 1e6,
  },
  {
    card: 'long-context-and-context-rot',
    what: 'dollars for selected tokens',
    pattern:
      /\$(?<price>\d+) per million .*; (?<tokens>[\d,]+) selected tokens cost \$(?<value>[\d.]+\d)/,
    compute: ({ price = 0, tokens = 0 }) => (price * tokens) / 1e6,
  },
  {
    card: 'prompt-caching',
    what: 'cost of two uses of a prefix',
    pattern:
      /With (?<write>[\d.]+) and (?<read>[\d.]+), two uses of a prefix cost (?<value>[\d.]+) ins/,
    compute: ({ write = 0, read = 0 }) => write + read,
  },
  {
    card: 'prompt-caching',
    what: 'cost of many uses of a prefix',
    pattern:
      /With (?<write>\S+) and (?<read>[\d.]+), .*Over (?<uses>\d+) uses it costs (?<value>\S+) ins/,
    compute: ({ write = 0, read = 0, uses = 1 }) => write + (uses - 1) * read,
    tolerance: 0.001,
  },
];
