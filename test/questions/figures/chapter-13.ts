import type { Figure } from './figure.ts';

const KIB = 1024;
const GIB = 1024 ** 3;

/** Bytes of KV cache of a token at 16 bits: 2 x layers x KV heads x head size x bytes. */
const kv8 = 2 * 32 * 8 * 128 * 2;
const kv70 = 2 * 80 * 8 * 128 * 2;

/** Milliseconds of a decode step of an 8B model with `batch` users of 2,000 tokens, by bandwidth. */
const step = (batch = 1) => ((16e9 + batch * 2000 * kv8) / 3.35e12) * 1000;

export const figures: readonly Figure[] = [
  {
    card: 'prefill-vs-decode',
    what: 'TFLOP of the prefill',
    pattern: /2 × 8e9 × (?<n>[\d,]+) = (?<value>\d+) TFLOP/,
    compute: ({ n = 0 }) => (2 * 8e9 * n) / 1e12,
    tolerance: 0,
  },
  {
    card: 'prefill-vs-decode',
    what: 'milliseconds of the prefill on 989 TFLOP/s',
    pattern: /= (?<w>\d+) TFLOP; at (?<u>\d+)% of peak +(?<value>\d+) ms/,
    compute: ({ w = 0, u = 0 }) => (w / (989 * (u / 100))) * 1000,
  },
  {
    card: 'prefill-vs-decode',
    what: 'milliseconds for a token',
    pattern: /(?<gb>\d+) GB \/ (?<bw>[\d.]+) TB\/s = (?<value>[\d.]+) ms a token/,
    compute: ({ gb = 0, bw = 0 }) => ((gb * 1e9) / (bw * 1e12)) * 1000,
  },
  {
    card: 'prefill-vs-decode',
    what: 'seconds of the decode',
    pattern: /(?<gb>\d+) GB \/ (?<bw>[\d.]+) TB\/s .*?(?<n>\d+) more tokens +(?<value>[\d.]+) s/s,
    compute: ({ gb = 0, bw = 0, n = 0 }) => (n * gb * 1e9) / (bw * 1e12),
  },
  {
    card: 'prefill-vs-decode',
    what: 'GFLOP of a token (wrong option)',
    pattern: /with an (?<n>\d+)B model .*?About (?<value>\d+) GFLOP per token/s,
    compute: ({ n = 0 }) => 2 * n,
    tolerance: 0,
  },
  {
    card: 'prefill-vs-decode',
    what: 'GB read for a token (right option)',
    pattern: /with an (?<n>\d+)B model in BF16 .*?needs about (?<value>\d+) GB/s,
    compute: ({ n = 0 }) => 2 * n,
    tolerance: 0,
  },
  {
    card: 'latency-metrics',
    what: 'seconds end to end',
    pattern: /With (?<t>[\d.]+) s, (?<p>\d+) ms and (?<n>\d+) tokens it is (?<value>[\d.]+) s/,
    compute: ({ t = 0, p = 0, n = 0 }) => t + (n - 1) * (p / 1000),
  },
  {
    card: 'latency-metrics',
    what: 'goodput',
    pattern:
      /If (?<r>\d+) requests .*? and (?<s>\d+)% of them .*?goodput is (?<value>\d+) per second\./,
    compute: ({ r = 0, s = 0 }) => (r * s) / 100,
    tolerance: 1e-9,
  },
  {
    card: 'latency-metrics',
    what: 'tokens per second of the system',
    pattern: /(?<n>\d+) streams at (?<p>\d+) ms make (?<value>[\d,]+) tokens/,
    compute: ({ n = 0, p = 0 }) => n / (p / 1000),
    tolerance: 0.001,
  },
  {
    card: 'latency-metrics',
    what: 'tokens per second of a user',
    pattern: /streams at (?<p>\d+) ms make .*?each user sees (?<value>\d+)\./,
    compute: ({ p = 0 }) => 1000 / p,
    tolerance: 0.02,
  },
  {
    card: 'kv-cache-purpose',
    what: 'tokens sent through without a cache',
    pattern: /prompt of (?<n>[\d,]+) and an answer of (?<m>\d+):.*?1,199 +=\s+(?<value>[\d,]+\d)/s,
    compute: ({ n = 0, m = 0 }) => {
      let sum = 0;
      for (let i = 0; i < m; i++) sum += n + i;
      return sum;
    },
    tolerance: 0,
  },
  {
    card: 'kv-cache-purpose',
    what: 'tokens sent through with a cache',
    pattern: /with cache +(?<n>[\d,]+) \+ (?<m>\d+) +=\s+(?<value>[\d,]+\d)/,
    compute: ({ n = 0, m = 0 }) => n + m,
    tolerance: 0,
  },
  {
    card: 'kv-cache-purpose',
    what: 'ratio',
    pattern: /= (?<a>219,900)\n.*?=\s+(?<b>1,199)\n.*?About (?<value>\d+) times/s,
    compute: ({ a = 0, b = 0 }) => a / b,
  },
  {
    card: 'kv-cache-budget',
    what: '8B: KiB per token',
    pattern:
      /(?<h>\d+) KV heads of (?<d>\d+) in BF16 that is (?<value>\d+) KiB .*?\((?<l>\d+) layers/,
    compute: ({ h = 0, d = 0, l = 0 }) => (2 * l * h * d * 2) / KIB,
    tolerance: 0,
  },
  {
    card: 'kv-cache-budget',
    what: '70B: KiB per token',
    pattern:
      /(?<h>\d+) KV heads of (?<d>\d+) .*?and (?<value>\d+) KiB for the 70B \((?<l>\d+) layers/,
    compute: ({ h = 0, d = 0, l = 0 }) => (2 * l * h * d * 2) / KIB,
    tolerance: 0,
  },
  {
    card: 'kv-cache-budget',
    what: 'usable GB',
    pattern: /one (?<gb>\d+) GB GPU\nusable at (?<u>\d+)% +(?<value>\d+) GB/,
    compute: ({ gb = 0, u = 0 }) => (gb * u) / 100,
    tolerance: 0,
  },
  {
    card: 'kv-cache-budget',
    what: 'GB for KV',
    pattern:
      /% +(?<a>\d+) GB\nweights +-(?<b>\d+) GB\nwork.*? -(?<c>\d+) GB\nfor KV +(?<value>\d+) GB/,
    compute: ({ a = 0, b = 0, c = 0 }) => a - b - c,
    tolerance: 0,
  },
  {
    card: 'kv-cache-budget',
    what: 'tokens in the cache of the 8B',
    pattern: /for KV +(?<gb>\d+) GB -> (?<value>[\d,]+) tokens/,
    compute: ({ gb = 0 }) => (gb * 1e9) / kv8,
    tolerance: 0.002,
  },
  {
    card: 'kv-cache-budget',
    what: 'users at the shorter length',
    pattern: /for KV +(?<gb>\d+) GB .*?= (?<value>\d+) users at (?<n>[\d,]+) or/s,
    compute: ({ gb = 0, n = 0 }) => Math.floor((gb * 1e9) / kv8 / n),
    tolerance: 0,
  },
  {
    card: 'kv-cache-budget',
    what: 'users at the longer length',
    pattern: /for KV +(?<gb>\d+) GB .*? or (?<value>\d+) at (?<n>[\d,]+)\n/s,
    compute: ({ gb = 0, n = 0 }) => Math.floor((gb * 1e9) / kv8 / n),
    tolerance: 0,
  },
  {
    card: 'kv-cache-budget',
    what: 'GB left for the 70B',
    pattern: /: (?<a>\d+) − (?<b>\d+) − (?<c>\d+) leaves (?<value>\d+) GB/,
    compute: ({ a = 0, b = 0, c = 0 }) => a - b - c,
    tolerance: 0,
  },
  {
    card: 'kv-cache-budget',
    what: 'usable GB of two cards',
    pattern: /two such GPUs: (?<value>\d+) −/,
    compute: () => 2 * 80 * 0.9,
    tolerance: 0,
  },
  {
    card: 'kv-cache-budget',
    what: 'tokens in the cache of the 70B',
    pattern: /leaves (?<gb>\d+) GB, about (?<value>[\d,]+) tokens/,
    compute: ({ gb = 0 }) => (gb * 1e9) / kv70,
    tolerance: 0.003,
  },
  {
    card: 'kv-cache-budget',
    what: 'GiB of a 128k conversation',
    pattern: /One (?<k>\d+)k conversation takes (?<value>\d+) GiB/,
    compute: ({ k = 0 }) => (k * KIB * kv70) / GIB,
    tolerance: 0,
  },
  {
    card: 'kv-cache-budget',
    what: 'GB of a 128k conversation',
    pattern: /takes (?<gib>\d+) GiB \((?<value>\d+) GB\)/,
    compute: ({ gib = 0 }) => (gib * GIB) / 1e9,
  },
  {
    card: 'kv-cache-budget',
    what: 'GiB (right option)',
    pattern: /serves (?<u>\d+) users with (?<n>[\d,]+) tokens .*?\[x\] About (?<value>[\d.]+) GiB/s,
    compute: ({ u = 0, n = 0 }) => (u * n * kv8) / GIB,
    tolerance: 0,
  },
  {
    card: 'kv-cache-budget',
    what: 'GiB of one user (wrong option)',
    pattern:
      /users with (?<n>[\d,]+) .*?About (?<value>[\d.]+) GiB\n {2}- That is the cache of a single/s,
    compute: ({ n = 0 }) => (n * kv8) / GIB,
    tolerance: 0,
  },
  {
    card: 'kv-cache-budget',
    what: 'GiB with query heads (wrong option)',
    pattern:
      /serves (?<u>\d+) users with (?<n>[\d,]+) .*?About (?<value>[\d.]+) GiB\n {2}- This counts/s,
    compute: ({ u = 0, n = 0 }) => (u * n * kv8 * (32 / 8)) / GIB,
    tolerance: 0,
  },
  {
    card: 'kv-cache-budget',
    what: 'GiB of the weights, 16 GB (wrong option)',
    pattern:
      /About (?<value>[\d.]+) GiB\n {2}- That is the size of the BF16 weights, about (?<gb>\d+) GB/,
    compute: ({ gb = 0 }) => (gb * 1e9) / GIB,
  },
  {
    card: 'paged-attention',
    what: 'share of the strip in use, percent',
    pattern: /with (?<n>\d+) tokens in a strip of (?<m>[\d,]+) uses (?<value>\d+)%/,
    compute: ({ n = 0, m = 0 }) => (100 * n) / m,
    tolerance: 0.02,
  },
  {
    card: 'paged-attention',
    what: 'blocks',
    pattern: /instance (?<b>\d+) tokens.*?same (?<n>\d+) tokens take (?<value>\d+) blocks/s,
    compute: ({ b = 0, n = 0 }) => Math.ceil(n / b),
    tolerance: 0,
  },
  {
    card: 'paged-attention',
    what: 'slots',
    pattern: /instance (?<b>\d+) tokens.*?take (?<k>\d+) blocks or (?<value>\d+) slots/s,
    compute: ({ b = 0, k = 0 }) => b * k,
    tolerance: 0,
  },
  {
    card: 'continuous-batching',
    what: 'slot-steps of a static batch of two',
    pattern:
      /needs \d+ tokens and another (?<n>[\d,]+), a batch of two spends (?<value>[\d,]+) slot/,
    compute: ({ n = 0 }) => 2 * n,
    tolerance: 0,
  },
  {
    card: 'continuous-batching',
    what: 'useful slot-steps',
    pattern: /needs (?<m>\d+) tokens and another (?<n>[\d,]+), .*? for (?<value>[\d,]+) useful/,
    compute: ({ m = 0, n = 0 }) => m + n,
    tolerance: 0,
  },
  {
    card: 'continuous-batching',
    what: 'useful share, percent',
    pattern: /spends (?<a>[\d,]+) slot-steps for (?<b>[\d,]+) useful ones, (?<value>[\d.]+)%/,
    compute: ({ a = 0, b = 0 }) => (100 * b) / a,
    tolerance: 0,
  },
  {
    card: 'chunked-prefill-vs-disaggregation',
    what: 'prefill tokens in a step',
    pattern: /budget of (?<b>[\d,]+) and (?<s>\d+) streams, (?<value>[\d,]+) tokens remain/,
    compute: ({ b = 0, s = 0 }) => b - s,
    tolerance: 0,
  },
  {
    card: 'chunked-prefill-vs-disaggregation',
    what: 'steps of the prompt',
    pattern:
      /A (?<n>[\d,]+)-token prompt .*?, (?<r>[\d,]+) tokens remain, .*?takes (?<value>\d+) steps/s,
    compute: ({ n = 0, r = 0 }) => Math.ceil(n / r),
    tolerance: 0,
  },
  {
    card: 'chunked-prefill-vs-disaggregation',
    what: 'GiB to move for an 8k prompt',
    pattern: /an (?<k>\d+)k prompt on a 70B\? \(about (?<value>[\d.]+) GiB/,
    compute: ({ k = 0 }) => (k * KIB * kv70) / GIB,
    tolerance: 0,
  },
  {
    card: 'prefix-caching',
    what: 'full blocks',
    pattern: /blocks of (?<b>\d+), .*? of (?<n>[\d,]+) tokens gives (?<value>\d+) full blocks/,
    compute: ({ b = 0, n = 0 }) => Math.floor(n / b),
    tolerance: 0,
  },
  {
    card: 'prefix-caching',
    what: 'tokens in full blocks',
    pattern: /blocks of (?<b>\d+), .*?gives (?<k>\d+) full blocks, (?<value>[\d,]+) tokens/,
    compute: ({ b = 0, k = 0 }) => b * k,
    tolerance: 0,
  },
  {
    card: 'prefix-caching',
    what: 'tokens left to prefill',
    pattern:
      /blocks, (?<k>[\d,]+) tokens\. .*?prompt has (?<n>[\d,]+), prefill has (?<value>\d+) left/,
    compute: ({ k = 0, n = 0 }) => n - k,
    tolerance: 0,
  },
  {
    card: 'prefix-caching',
    what: 'prefill saved, percent',
    pattern:
      /blocks, (?<k>[\d,]+) tokens\. .*?prompt has (?<n>[\d,]+), prefill .*? by (?<value>\d+)%/,
    compute: ({ k = 0, n = 0 }) => (100 * k) / n,
  },
  {
    card: 'quantisation-basics',
    what: 'bits with INT4 groups',
    pattern: /INT4, groups of (?<g>\d+) \| (?<s>\d+)-bit \| (?<value>[\d.]+)/,
    compute: ({ g = 0, s = 0 }) => 4 + s / g,
    tolerance: 0,
  },
  {
    card: 'quantisation-basics',
    what: 'bits with MXFP4',
    pattern: /MXFP4, groups of (?<g>\d+) \| (?<s>\d+)-bit [^|]*\| (?<value>[\d.]+)/,
    compute: ({ g = 0, s = 0 }) => 4 + s / g,
    tolerance: 0,
  },
  {
    card: 'quantisation-basics',
    what: 'bits with NVFP4',
    pattern: /NVFP4, groups of (?<g>\d+) \| FP(?<s>\d)[^|]*\| (?<value>[\d.]+)/,
    compute: ({ g = 0, s = 0 }) => 4 + s / g,
    tolerance: 0,
  },
  {
    card: 'quantisation-basics',
    what: 'GB of a 70B at 4.125 bits',
    pattern: /\| (?<bits>4\.125) .*?a (?<n>\d+)B falls from \d+ to about (?<value>\d+) GB/s,
    compute: ({ bits = 0, n = 0 }) => (n * bits) / 8,
  },
  {
    card: 'quantisation-basics',
    what: 'GB of a 70B in 16 bits',
    pattern: /a (?<n>\d+)B falls from (?<value>\d+) to/,
    compute: ({ n = 0 }) => n * 2,
    tolerance: 0,
  },
  {
    card: 'kv-cache-quantisation',
    what: 'GiB of a sequence of the 8B in 16 bits',
    pattern: /weights: (?<value>\d+) GiB for one (?<k>\d+)k sequence/,
    compute: ({ k = 0 }) => (k * KIB * kv8) / GIB,
    tolerance: 0,
  },
  {
    card: 'kv-cache-quantisation',
    what: 'GiB of it in FP8',
    pattern: /for one (?<k>\d+)k sequence .*?In FP8 it is (?<value>\d+) GiB/s,
    compute: ({ k = 0 }) => (k * KIB * (kv8 / 2)) / GIB,
    tolerance: 0,
  },
  {
    card: 'speculative-decoding',
    what: 'expected tokens of a pass, summed over the number accepted',
    pattern: /α = (?<a>[\d.]+), γ = (?<g>\d+): +(?<value>[\d.]+) tokens/,
    compute: ({ a = 0, g = 0 }) => {
      let sum = 0;
      // k guesses accepted, then a rejection: k + 1 tokens; all accepted: g + 1 tokens
      for (let k = 0; k < g; k++) sum += a ** k * (1 - a) * (k + 1);
      return sum + a ** g * (g + 1);
    },
    tolerance: 0.001,
  },
  {
    card: 'speculative-decoding',
    what: 'speedup',
    pattern: /α = (?<a>[\d.]+), γ = (?<g>\d+):.*?c = (?<c>[\d.]+): +(?<value>[\d.]+)\n/s,
    compute: ({ a = 0, g = 0, c = 0 }) => (1 - a ** (g + 1)) / (1 - a) / (1 + g * c),
  },
  {
    card: 'speculative-decoding',
    what: 'speedup at the lower acceptance',
    pattern: /γ = (?<g>\d+):.*?c = (?<c>[\d.]+):.*?α = (?<a>0\.5): +(?<value>[\d.]+)\n/s,
    compute: ({ a = 0, g = 0, c = 0 }) => (1 - a ** (g + 1)) / (1 - a) / (1 + g * c),
  },
  {
    card: 'speculative-decoding',
    what: 'tokens of a pass (right option)',
    pattern: /rate is (?<a>[\d.]+) and four tokens.*?\[x\] (?<value>[\d.]+)\n/s,
    compute: ({ a = 0 }) => (1 - a ** 5) / (1 - a),
    tolerance: 0.001,
  },
  {
    card: 'speculative-decoding',
    what: 'product of rate and drafts (wrong option)',
    pattern: /rate is (?<a>[\d.]+) and four tokens.*?\[ \] (?<value>[\d.]+)\n {2}- 0\.8 × 4/s,
    compute: ({ a = 0 }) => a * 4,
    tolerance: 1e-9,
  },
  {
    card: 'flash-attention-in-serving',
    what: 'GiB of scores of a layer',
    pattern: /a (?<n>[\d,]+)-token prompt and (?<h>\d+) heads that is (?<value>\d+) GiB/,
    compute: ({ n = 0, h = 0 }) => (n * n * h * 2) / GIB,
    tolerance: 0,
  },
  {
    card: 'parallelism-for-inference',
    what: 'all-reduces of a step',
    pattern: /: (?<value>\d+) per step in a model of (?<l>\d+) layers/,
    compute: ({ l = 0 }) => 2 * l,
    tolerance: 0,
  },
  {
    card: 'parallelism-for-inference',
    what: 'milliseconds of a step',
    pattern: /: (?<n>\d+) per step .*?At (?<us>\d+) µs each .*? is (?<value>[\d.]+) ms/,
    compute: ({ n = 0, us = 0 }) => (n * us) / 1000,
    tolerance: 0,
  },
  {
    card: 'moe-serving',
    what: 'share of experts read at batch 1, percent',
    pattern: /reads (?<k>\d+) of (?<e>\d+) .*?B = (?<b>1) +(?<value>[\d.]+)%/s,
    compute: ({ k = 0, e = 0, b = 0 }) => 100 * (1 - (1 - k / e) ** b),
  },
  {
    card: 'moe-serving',
    what: 'share of experts read at batch 32, percent',
    pattern: /reads (?<k>\d+) of (?<e>\d+) .*?B = (?<b>32) +(?<value>[\d.]+)%/s,
    compute: ({ k = 0, e = 0, b = 0 }) => 100 * (1 - (1 - k / e) ** b),
    tolerance: 0.001,
  },
  {
    card: 'moe-serving',
    what: 'share of experts read at batch 128, percent',
    pattern: /reads (?<k>\d+) of (?<e>\d+) .*?B = (?<b>128) +(?<value>[\d.]+)%/s,
    compute: ({ k = 0, e = 0, b = 0 }) => 100 * (1 - (1 - k / e) ** b),
    tolerance: 0.001,
  },
  {
    card: 'moe-serving',
    what: 'tokens for an expert',
    pattern: /reads (?<k>\d+) of (?<e>\d+) .*?\((?<value>\d+) on average at B = (?<b>\d+)\)/s,
    compute: ({ k = 0, e = 0, b = 0 }) => (b * k) / e,
    tolerance: 0,
  },
  {
    card: 'moe-serving',
    what: 'GB of FP8 weights (right option)',
    pattern: /with (?<n>\d+)B total and .*?\[x\] (?<value>\d+) GB/s,
    compute: ({ n = 0 }) => n * 1,
    tolerance: 0,
  },
  {
    card: 'moe-serving',
    what: 'GB of BF16 weights (wrong option)',
    pattern: /with (?<n>\d+)B total and .*?\[ \] (?<value>\d+) GB\n {2}- That would be all/s,
    compute: ({ n = 0 }) => n * 2,
    tolerance: 0,
  },
  {
    card: 'moe-serving',
    what: 'GB of the active part in BF16 (wrong option)',
    pattern: /total and (?<n>\d+)B active .*?\[ \] (?<value>\d+) GB\n {2}- That is the active/s,
    compute: ({ n = 0 }) => n * 2,
    tolerance: 0,
  },
  {
    card: 'gpu-sizing',
    what: 'GB of weights in BF16',
    pattern: /weights +(?<n>\d+)B: BF16 (?<value>\d+) GB/,
    compute: ({ n = 0 }) => n * 2,
    tolerance: 0,
  },
  {
    card: 'gpu-sizing',
    what: 'GB of weights in INT4',
    pattern: /weights +(?<n>\d+)B: .*?INT4 (?<value>\d+) GB/,
    compute: ({ n = 0 }) => n / 2,
    tolerance: 0,
  },
  {
    card: 'gpu-sizing',
    what: 'GiB of KV for a user',
    pattern: /(?<kib>\d+) KiB × (?<n>[\d,]+) = (?<value>\d+) GiB per user/,
    compute: ({ kib = 0, n = 0 }) => (kib * KIB * n) / GIB,
    tolerance: 0,
  },
  {
    card: 'gpu-sizing',
    what: 'KiB of KV for a token',
    pattern: /KV +(?<value>\d+) KiB ×/,
    compute: () => kv70 / KIB,
    tolerance: 0,
  },
  {
    card: 'gpu-sizing',
    what: 'GiB of KV for all users',
    pattern: /= (?<g>\d+) GiB per user \(BF16\)\n +× (?<u>\d+) = (?<value>\d+) GiB/,
    compute: ({ g = 0, u = 0 }) => g * u,
    tolerance: 0,
  },
  {
    card: 'gpu-sizing',
    what: 'GB of the FP8 cache',
    pattern: /FP8 cache (?<gib>\d+) GiB = (?<value>\d+) GB/,
    compute: ({ gib = 0 }) => (gib * GIB) / 1e9,
  },
  {
    card: 'gpu-sizing',
    what: 'GB of weights and cache in FP8',
    pattern: /FP8 both +(?<a>\d+) \+ (?<b>\d+) = (?<value>\d+) GB/,
    compute: ({ a = 0, b = 0 }) => a + b,
    tolerance: 0,
  },
  {
    card: 'gpu-sizing',
    what: 'GB with the lower overhead',
    pattern: /= (?<g>\d+) GB\noverhead +\+(?<o>\d+) to \d+% +-> +(?<value>\d+) to/,
    compute: ({ g = 0, o = 0 }) => g * (1 + o / 100),
  },
  {
    card: 'gpu-sizing',
    what: 'GB with the higher overhead',
    pattern: /= (?<g>\d+) GB\noverhead +\+\d+ to (?<o>\d+)% +-> +\d+ to (?<value>\d+) GB/,
    compute: ({ g = 0, o = 0 }) => g * (1 + o / 100),
  },
  {
    card: 'gpu-sizing',
    what: 'GB of H200s',
    pattern: /(?<n>\d) × H200 \((?<value>\d+) GB\)/,
    compute: ({ n = 0 }) => n * 141,
    tolerance: 0,
  },
  {
    card: 'gpu-sizing',
    what: 'GB of H100s',
    pattern: /(?<n>\d) × H100 \((?<value>\d+) GB\)/,
    compute: ({ n = 0 }) => n * 80,
    tolerance: 0,
  },
  {
    card: 'gpu-sizing',
    what: 'GB in BF16 throughout',
    pattern: /(?<a>\d+) \+ (?<b>\d+) = (?<value>\d+) GB before/,
    compute: ({ a = 0 }) => a + (160 * GIB) / 1e9,
  },
  {
    card: 'gpu-sizing',
    what: 'milliseconds of a step',
    pattern:
      /the (?<gb>\d+) GB of weights on two H200 of (?<bw>[\d.]+) TB\/s each take (?<value>[\d.]+) ms/,
    compute: ({ gb = 0, bw = 0 }) => gb / (2 * bw),
  },
  {
    card: 'gpu-sizing',
    what: 'milliseconds of a step with all users at full context',
    pattern:
      /two H200 of (?<bw>[\d.]+) TB\/s each .*?full context, (?<gb>\d+) GB take (?<value>\d+) ms/,
    compute: ({ gb = 0, bw = 0 }) => gb / (2 * bw),
    tolerance: 0.02,
  },
  {
    card: 'gpu-sizing',
    what: 'GB in FP8 with the context doubled',
    pattern: /\(in FP8 (?<value>\d+) GB before overhead/,
    compute: () => 70 + (2 * 80 * GIB) / 1e9,
  },
  {
    card: 'gpu-sizing',
    what: 'tokens per second of an 8B at batch 1',
    pattern: /\((?<bw>[\d.]+) TB\/s ÷ (?<gb>\d+) GB, about (?<value>\d+) tokens/,
    compute: ({ bw = 0, gb = 0 }) => (bw * 1000) / gb,
  },
  {
    card: 'throughput-latency-tradeoff',
    what: 'milliseconds of a step at batch 1',
    pattern: /\| (?<b>1) \| (?<value>[\d.]+) ms/,
    compute: ({ b = 0 }) => step(b),
  },
  {
    card: 'throughput-latency-tradeoff',
    what: 'tokens per second of a user at batch 1',
    pattern: /\| (?<b>1) \|[^|]*\| (?<value>\d+) tok/,
    compute: ({ b = 0 }) => 1000 / step(b),
  },
  {
    card: 'throughput-latency-tradeoff',
    what: 'tokens per second of all users at batch 1',
    pattern: /\| (?<b>1) \|[^|]*\|[^|]*\| (?<value>[\d,]+) tok/,
    compute: ({ b = 0 }) => (b * 1000) / step(b),
    tolerance: 0.001,
  },
  {
    card: 'throughput-latency-tradeoff',
    what: 'milliseconds of a step at batch 32',
    pattern: /\| (?<b>32) \| (?<value>[\d.]+) ms/,
    compute: ({ b = 0 }) => step(b),
  },
  {
    card: 'throughput-latency-tradeoff',
    what: 'tokens per second of a user at batch 32',
    pattern: /\| (?<b>32) \|[^|]*\| (?<value>\d+) tok/,
    compute: ({ b = 0 }) => 1000 / step(b),
  },
  {
    card: 'throughput-latency-tradeoff',
    what: 'tokens per second of all users at batch 32',
    pattern: /\| (?<b>32) \|[^|]*\|[^|]*\| (?<value>[\d,]+) tok/,
    compute: ({ b = 0 }) => (b * 1000) / step(b),
    tolerance: 0.001,
  },
  {
    card: 'throughput-latency-tradeoff',
    what: 'milliseconds of a step at batch 128',
    pattern: /\| (?<b>128) \| (?<value>[\d.]+) ms/,
    compute: ({ b = 0 }) => step(b),
  },
  {
    card: 'throughput-latency-tradeoff',
    what: 'tokens per second of a user at batch 128',
    pattern: /\| (?<b>128) \|[^|]*\| (?<value>\d+) tok/,
    compute: ({ b = 0 }) => 1000 / step(b),
  },
  {
    card: 'throughput-latency-tradeoff',
    what: 'tokens per second of all users at batch 128',
    pattern: /\| (?<b>128) \|[^|]*\|[^|]*\| (?<value>[\d,]+) tok/,
    compute: ({ b = 0 }) => (b * 1000) / step(b),
    tolerance: 0.001,
  },
  {
    card: 'throughput-latency-tradeoff',
    what: 'growth of throughput',
    pattern: /From (?<a>\d+) to (?<b>\d+) throughput grows (?<value>\d+) times/,
    compute: ({ a = 0, b = 0 }) => b / step(b) / (a / step(a)),
    tolerance: 0.02,
  },
  {
    card: 'cost-optimisation',
    what: 'mean cost of a cascade',
    pattern:
      /cost \$(?<s>\d+) and .*? \$(?<l>\d+) per .*?If (?<p>\d+)% escalate, .*?= \$(?<value>[\d.]+\d),/,
    compute: ({ s = 0, l = 0, p = 0 }) => s + (p / 100) * l,
    tolerance: 1e-9,
  },
  {
    card: 'cost-optimisation',
    what: 'saving of a cascade, percent',
    pattern: /model \$(?<l>\d+) per .*?= \$(?<c>[\d.]+\d), a saving of (?<value>[\d.]+)%/,
    compute: ({ l = 0, c = 0 }) => 100 * (1 - c / l),
    tolerance: 1e-9,
  },
  {
    card: 'cost-optimisation',
    what: 'escalation rate of break-even, percent',
    pattern: /rate of 1 − (?<s>\d)\/(?<l>\d) = (?<value>[\d.]+)%/,
    compute: ({ s = 0, l = 0 }) => 100 * ((l - s) / l),
    tolerance: 0,
  },
  {
    card: 'api-vs-self-hosting',
    what: 'dollars per million at full load',
    pattern: /\$(?<p>\d+)\/h, (?<t>[\d,]+) tok\/s: +(?<u>\d+)% busy +\$(?<value>[\d.]+)\n/,
    compute: ({ p = 0, t = 0, u = 0 }) => (p / (t * (u / 100) * 3600)) * 1e6,
    tolerance: 0.015,
  },
  {
    card: 'api-vs-self-hosting',
    what: 'dollars per million at the lower load',
    pattern: /\$(?<p>\d+)\/h, (?<t>[\d,]+) tok\/s: .*?\n +(?<u>\d+)% busy +\$(?<value>[\d.]+)\n/,
    compute: ({ p = 0, t = 0, u = 0 }) => (p / (t * (u / 100) * 3600)) * 1e6,
  },
  {
    card: 'api-vs-self-hosting',
    what: 'utilization of break-even, percent',
    pattern:
      /\$(?<p>\d+)\/h, (?<t>[\d,]+) tok.*?API at \$(?<a>[\d.]+) .*?about (?<value>\d+)% util/s,
    compute: ({ p = 0, t = 0, a = 0 }) => (100 * ((p / (t * 3600)) * 1e6)) / a,
  },
  {
    card: 'api-vs-self-hosting',
    what: 'dollars for a GPU and month',
    pattern: /\$(?<p>\d+)\/h, .*?costs \$(?<value>[\d,]+) in a month of (?<h>\d+) hours/s,
    compute: ({ p = 0, h = 0 }) => p * h,
    tolerance: 0,
  },
  {
    card: 'api-vs-self-hosting',
    what: 'tokens in billions that this buys',
    pattern: /API at \$(?<a>[\d.]+\d) .*?costs \$(?<m>[\d,]+) in .*?buys (?<value>[\d.]+) billion/s,
    compute: ({ a = 0, m = 0 }) => m / a / 1000,
  },
  {
    card: 'api-vs-self-hosting',
    what: 'dollars per million (right option)',
    pattern:
      /costs \$(?<p>\d+) per hour and sustains (?<t>[\d,]+) .*? is (?<u>\d+)%.*?\[x\] About \$(?<value>[\d.]+)\n/s,
    compute: ({ p = 0, t = 0, u = 0 }) => (p / (t * (u / 100) * 3600)) * 1e6,
  },
  {
    card: 'api-vs-self-hosting',
    what: 'dollars per million at full use (wrong option)',
    pattern:
      /costs \$(?<p>\d+) per hour and sustains (?<t>[\d,]+) .*?\$(?<value>[\d.]+)\n {2}- This assumes/s,
    compute: ({ p = 0, t = 0 }) => (p / (t * 3600)) * 1e6,
  },
  {
    card: 'api-vs-self-hosting',
    what: 'divided twice (wrong option)',
    pattern:
      /\$(?<p>\d+) per hour and sustains (?<t>[\d,]+) .*?\$(?<value>[\d.]+)\n {2}- This divides/s,
    compute: ({ p = 0, t = 0 }) => ((p / (t * 3600)) * 1e6) / 0.25 ** 2,
  },
  {
    card: 'api-vs-self-hosting',
    what: 'multiplied (wrong option)',
    pattern:
      /\$(?<p>\d+) per hour and sustains (?<t>[\d,]+) .*?\$(?<value>[\d.]+)\n {2}- This multiplies/s,
    compute: ({ p = 0, t = 0 }) => (p / (t * 3600)) * 1e6 * 0.25,
  },
  {
    card: 'api-vs-self-hosting',
    what: 'million tokens an hour at that use',
    pattern: /\$4 buys (?<t>[\d,]+) × (?<u>[\d.]+) × (?<s>[\d,]+) = (?<value>[\d.]+) million/,
    compute: ({ t = 0, u = 0, s = 0 }) => (t * u * s) / 1e6,
    tolerance: 0,
  },
  {
    card: 'autoscaling-and-cold-start',
    what: 'seconds to load the weights',
    pattern: /(?<gb>\d+) GB at (?<r>\d+) GB\/s take (?<value>\d+) s/,
    compute: ({ gb = 0, r = 0 }) => gb / r,
    tolerance: 0,
  },
  {
    card: 'greedy-decoding-nondeterminism',
    what: 'sum from the left',
    pattern: /`\((?<a>[\d.]+) \+ (?<b>[\d.]+)\) \+ (?<c>[\d.]+)` gives (?<value>[\d.]+\d),/,
    compute: ({ a = 0, b = 0, c = 0 }) => a + b + c,
    tolerance: 0,
  },
  {
    card: 'greedy-decoding-nondeterminism',
    what: 'sum from the right',
    pattern: /`(?<a>[\d.]+) \+ \((?<b>[\d.]+) \+ (?<c>[\d.]+)\)` gives (?<value>[\d.]+\d)\./,
    compute: ({ a = 0, b = 0, c = 0 }) => a + (b + c),
    tolerance: 0,
  },
  {
    card: 'release-and-versioning',
    what: 'requests per version: two proportions, 5% two-sided, 80% power',
    pattern: /from (?<a>\d+)% to (?<b>\d+)% takes about (?<value>[\d,]+) requests/,
    compute: ({ a = 0, b = 0 }) => {
      const p = a / 100;
      const q = b / 100;
      const mean = (p + q) / 2;
      const spread =
        1.96 * Math.sqrt(2 * mean * (1 - mean)) + 0.8416 * Math.sqrt(p * (1 - p) + q * (1 - q));
      return (spread / (q - p)) ** 2;
    },
  },
  {
    card: 'release-and-versioning',
    what: 'minutes of the canary',
    pattern:
      /about (?<n>[\d,]+) requests .*?at (?<s>\d+)% of (?<r>\d+) requests\/s that is (?<value>\d+) min/,
    compute: ({ n = 0, s = 0, r = 0 }) => n / ((s / 100) * r) / 60,
  },
];
