import type { Figure } from './figure.ts';

const KIB = 1024;
const GIB = 1024 ** 3;

export const figures: readonly Figure[] = [
  {
    card: 'transformer-block',
    what: 'query heads of 128 that fill the model width',
    pattern: /Q = h W_Q +\[n, (?<value>\d+), (?<head>\d+)\].*?concat\(A V\) W_O +\[n, (?<d>\d+)\]/s,
    compute: ({ head = 0, d = 0 }) => d / head,
    tolerance: 0,
  },
  {
    card: 'transformer-block',
    what: 'query heads that share one key/value head',
    pattern: /\[n, (?<q>\d+), 128\].*?\[n, (?<kv>\d+), 128\] each.*?serves (?<value>\d+) query/s,
    compute: ({ q = 0, kv = 0 }) => q / kv,
    tolerance: 0,
  },
  {
    card: 'transformer-block',
    what: 'share of a block in the FFN, percent',
    pattern: /the FFN, about (?<value>\d+)% of a block/,
    compute: () => {
      const d = 4096;
      const attention = 2 * d * d + 2 * d * (8 * 128);
      const ffn = 3 * d * 14336;
      return (100 * ffn) / (attention + ffn);
    },
  },
  {
    card: 'self-attention-steps',
    what: 'softmax weight of the first of three scores',
    pattern: /at (?<a>\d), (?<b>\d) and (?<c>\d)\. The weights are (?<value>[\d.]+\d),/,
    compute: ({ a = 0, b = 0, c = 0 }) => Math.exp(a) / (Math.exp(a) + Math.exp(b) + Math.exp(c)),
    tolerance: 0.001,
  },
  {
    card: 'self-attention-steps',
    what: 'softmax weight of the second of three scores',
    pattern: /at (?<a>\d), (?<b>\d) and (?<c>\d)\. The weights are [\d.]+, (?<value>[\d.]+\d) and/,
    compute: ({ a = 0, b = 0, c = 0 }) => Math.exp(b) / (Math.exp(a) + Math.exp(b) + Math.exp(c)),
    tolerance: 0.002,
  },
  {
    card: 'self-attention-steps',
    what: 'softmax weight of the third of three scores',
    pattern:
      /at (?<a>\d), (?<b>\d) and (?<c>\d)\. The weights are [\d., ]+ and (?<value>[\d.]+\d),/,
    compute: ({ a = 0, b = 0, c = 0 }) => Math.exp(c) / (Math.exp(a) + Math.exp(b) + Math.exp(c)),
    tolerance: 0.001,
  },
  {
    card: 'scaling-by-sqrt-dk',
    what: 'standard deviation of a dot product of unit-variance components',
    pattern: /head of (?<dk>\d+) that is about (?<value>[\d.]+\d):/,
    compute: ({ dk = 0 }) => {
      let variance = 0;
      for (let i = 0; i < dk; i++) variance += 1 * 1;
      return Math.sqrt(variance);
    },
    tolerance: 0.001,
  },
  {
    card: 'scaling-by-sqrt-dk',
    what: 'ratio of two softmax weights one standard deviation apart',
    pattern: /head of (?<dk>\d+) .*?e\^11\.31, about (?<value>[\d,]+) to 1/s,
    compute: ({ dk = 0 }) => Math.exp(Math.sqrt(dk)),
  },
  {
    card: 'scaling-by-sqrt-dk',
    what: 'the same ratio after scaling',
    pattern: /at e to 1, about (?<value>[\d.]+\d) to 1/,
    compute: () => Math.exp(1),
  },
  {
    card: 'scaling-by-sqrt-dk',
    what: 'standard deviation for 64 components (right option)',
    pattern: /each have (?<dk>\d+) independent.*?- \[x\] (?<value>\d+)\n/s,
    compute: ({ dk = 0 }) => Math.sqrt(dk),
    tolerance: 0,
  },
  {
    card: 'scaling-by-sqrt-dk',
    what: 'scale factor for 64 components (wrong option)',
    pattern: /each have (?<dk>\d+) independent.*?- \[ \] (?<value>0\.\d+)\n/s,
    compute: ({ dk = 0 }) => 1 / Math.sqrt(dk),
    tolerance: 0,
  },
  {
    card: 'multi-head-attention',
    what: 'dimensions of a head',
    pattern: /width d = (?<d>[\d,]+) with (?<h>\d+) heads gives (?<value>\d+) dimensions/,
    compute: ({ d = 0, h = 0 }) => d / h,
    tolerance: 0,
  },
  {
    card: 'multi-head-attention',
    what: 'parameters of the four projections, millions',
    pattern: /width d = (?<d>[\d,]+) .*?hold 4d², (?<value>[\d.]+) million/s,
    compute: ({ d = 0 }) => (4 * d * d) / 1e6,
    tolerance: 0.001,
  },
  {
    card: 'causal-mask',
    what: 'first weight of the second row',
    pattern: /cat +(?<a>[\d.]+) +(?<b>[\d.]+) +−∞ +-> +(?<value>[\d.]+)/,
    compute: ({ a = 0, b = 0 }) => Math.exp(a) / (Math.exp(a) + Math.exp(b)),
  },
  {
    card: 'causal-mask',
    what: 'first weight of the third row',
    pattern: /sat +(?<a>[\d.]+) +(?<b>[\d.]+) +(?<c>[\d.]+) +-> +(?<value>[\d.]+)/,
    compute: ({ a = 0, b = 0, c = 0 }) => Math.exp(a) / (Math.exp(a) + Math.exp(b) + Math.exp(c)),
  },
  {
    card: 'causal-mask',
    what: 'second weight of the third row',
    pattern: /sat +(?<a>[\d.]+) +(?<b>[\d.]+) +(?<c>[\d.]+) +-> +[\d.]+ +(?<value>[\d.]+)/,
    compute: ({ a = 0, b = 0, c = 0 }) => Math.exp(b) / (Math.exp(a) + Math.exp(b) + Math.exp(c)),
  },
  {
    card: 'causal-mask',
    what: 'third weight of the third row',
    pattern: /sat +(?<a>[\d.]+) +(?<b>[\d.]+) +(?<c>[\d.]+) +-> +[\d.]+ +[\d.]+ +(?<value>[\d.]+)/,
    compute: ({ a = 0, b = 0, c = 0 }) => Math.exp(c) / (Math.exp(a) + Math.exp(b) + Math.exp(c)),
    tolerance: 0.015,
  },
  {
    card: 'why-positional-information',
    what: 'first position without a learned vector',
    pattern: /has (?<n>[\d,]+) of them and nothing for position (?<value>[\d,]+\d)/,
    compute: ({ n = 0 }) => n + 1,
    tolerance: 0,
  },
  {
    card: 'rope',
    what: 'tokens for a turn of the fastest pair (i = 0)',
    pattern: /fastest pair turns once in (?<value>[\d.]+\d) tokens/,
    compute: () => (2 * Math.PI) / 10000 ** 0,
  },
  {
    card: 'rope',
    what: 'tokens for a turn of the slowest pair, base 10,000',
    pattern:
      /head of (?<d>\d+) .*?base (?<base>[\d,]+) the slowest needs about (?<value>[\d,]+) tokens/,
    compute: ({ d = 0, base = 0 }) => (2 * Math.PI) / base ** ((-2 * (d / 2 - 1)) / d),
  },
  {
    card: 'rope',
    what: 'tokens in millions for a turn of the slowest pair, base 500,000',
    pattern: /head of (?<d>\d+) .*?base (?<base>[\d,]+) \(Llama 3\) about (?<value>[\d.]+) million/,
    compute: ({ d = 0, base = 0 }) => (2 * Math.PI) / base ** ((-2 * (d / 2 - 1)) / d) / 1e6,
    tolerance: 0.02,
  },
  {
    card: 'context-extension',
    what: 'inverse of the interpolation factor',
    pattern: /From (?<a>[\d,]+) to (?<b>[\d,]+) the factor is 1\/(?<value>\d+)/,
    compute: ({ a = 0, b = 0 }) => b / a,
    tolerance: 0,
  },
  {
    card: 'context-extension',
    what: 'interpolated position',
    pattern:
      /From (?<a>[\d,]+) to (?<b>[\d,]+) .*?token (?<m>[\d,]+) gets .*?position (?<value>[\d,]+\d)/,
    compute: ({ a = 0, b = 0, m = 0 }) => (m * a) / b,
    tolerance: 0,
  },
  {
    card: 'attention-complexity',
    what: 'length at which the quadratic part equals the projections',
    pattern: /d = (?<d>[\d,]+) these points are (?<value>[\d,]+) and/,
    // 4 n² d = 8 n d²
    compute: ({ d = 0 }) => (8 * d * d) / (4 * d),
    tolerance: 0,
  },
  {
    card: 'attention-complexity',
    what: 'length at which the quadratic part equals projections and FFN',
    pattern: /d = (?<d>[\d,]+) these points are [\d,]+ and (?<value>[\d,]+) tokens/,
    // 4 n² d = 8 n d² + 16 n d²
    compute: ({ d = 0 }) => (8 * d * d + 16 * d * d) / (4 * d),
    tolerance: 0,
  },
  {
    card: 'attention-complexity',
    what: 'coefficient of the projections: four d x d matrices, 2 FLOPs a weight',
    pattern: /projections \| (?<value>\d+)·n·d²/,
    compute: () => 4 * 2,
    tolerance: 0,
  },
  {
    card: 'attention-complexity',
    what: 'coefficient of the FFN: two d x 4d matrices, 2 FLOPs a weight',
    pattern: /feed-forward network \| (?<value>\d+)·n·d²/,
    compute: () => 2 * 4 * 2,
    tolerance: 0,
  },
  {
    card: 'attention-complexity',
    what: 'GiB of 16-bit scores of a head',
    pattern: /scores of (?<n>[\d,]+) tokens take (?<value>[\d.]+) GiB per head/,
    compute: ({ n = 0 }) => (n * n * 2) / GIB,
    tolerance: 0,
  },
  {
    card: 'flash-attention',
    what: 'MiB of Q, K, V and output',
    pattern: /For (?<n>[\d,]+) tokens and a head of (?<d>\d+) .*?output are (?<value>\d+) MiB/,
    compute: ({ n = 0, d = 0 }) => (4 * n * d * 2) / KIB ** 2,
    tolerance: 0,
  },
  {
    card: 'flash-attention',
    what: 'MiB of one n x n matrix',
    pattern: /For (?<n>[\d,]+) tokens .*?n×n matrix is (?<value>\d+) MiB/,
    compute: ({ n = 0 }) => (n * n * 2) / KIB ** 2,
    tolerance: 0,
  },
  {
    card: 'kv-cache-size',
    what: '8B: KiB per token',
    pattern: /3 8B \| (?<l>\d+) × (?<h>\d+) × (?<d>\d+) \| (?<value>\d+) KiB/,
    compute: ({ l = 0, h = 0, d = 0 }) => (2 * l * h * d * 2) / KIB,
    tolerance: 0,
  },
  {
    card: 'kv-cache-size',
    what: '8B: GiB at the shorter length',
    pattern: /(?<n>8,192) \/ .*?3 8B \| (?<l>\d+) × (?<h>\d+) × (?<d>\d+) \|[^|]*\| (?<value>\d+)/s,
    compute: ({ n = 0, l = 0, h = 0, d = 0 }) => (2 * l * h * d * 2 * n) / GIB,
    tolerance: 0,
  },
  {
    card: 'kv-cache-size',
    what: '8B: GiB at the longer length',
    pattern:
      /8,192 \/ (?<n>[\d,]+) .*?3 8B \| (?<l>\d+) × (?<h>\d+) × (?<d>\d+) \|.*? \/ (?<value>\d+)/s,
    compute: ({ n = 0, l = 0, h = 0, d = 0 }) => (2 * l * h * d * 2 * n) / GIB,
    tolerance: 0,
  },
  {
    card: 'kv-cache-size',
    what: '70B: KiB per token',
    pattern: /3 70B \| (?<l>\d+) × (?<h>\d+) × (?<d>\d+) \| (?<value>\d+) KiB/,
    compute: ({ l = 0, h = 0, d = 0 }) => (2 * l * h * d * 2) / KIB,
    tolerance: 0,
  },
  {
    card: 'kv-cache-size',
    what: '70B: GiB at the shorter length',
    pattern: /3 70B \| (?<l>\d+) × (?<h>\d+) × (?<d>\d+) \|[^|]*\| (?<value>[\d.]+) \//,
    compute: ({ l = 0, h = 0, d = 0 }) => (2 * l * h * d * 2 * 8192) / GIB,
    tolerance: 0,
  },
  {
    card: 'kv-cache-size',
    what: '70B: GiB at the longer length',
    pattern: /3 70B \| (?<l>\d+) × (?<h>\d+) × (?<d>\d+) \|[^|]*\| [\d.]+ \/ (?<value>\d+) GiB/,
    compute: ({ l = 0, h = 0, d = 0 }) => (2 * l * h * d * 2 * 131072) / GIB,
    tolerance: 0,
  },
  {
    card: 'kv-cache-size',
    what: 'Llama 2 7B: KiB per token',
    pattern: /2 7B \| (?<l>\d+) × (?<h>\d+) × (?<d>\d+) \| (?<value>\d+) KiB/,
    compute: ({ l = 0, h = 0, d = 0 }) => (2 * l * h * d * 2) / KIB,
    tolerance: 0,
  },
  {
    card: 'kv-cache-size',
    what: 'cache of the 70B over that of the 8B',
    pattern: /8B \| (?<l>\d+) ×.*?70B \| (?<m>\d+) ×.*?only (?<value>[\d.]+) times the cache/s,
    compute: ({ l = 0, m = 0 }) => m / l,
    tolerance: 0,
  },
  {
    card: 'kv-cache-size',
    what: 'latent cache of DeepSeek-V3, KiB per token',
    pattern: /: (?<a>\d+) \+ (?<b>\d+) numbers in each of (?<l>\d+) layers, (?<value>[\d.]+) KiB/,
    compute: ({ a = 0, b = 0, l = 0 }) => ((a + b) * l * 2) / KIB,
    tolerance: 0.001,
  },
  {
    card: 'kv-cache-size',
    what: 'bytes per token (right option)',
    pattern: /(?<l>\d+) layers, (?<h>\d+) KV heads of size (?<d>\d+) .*?\[x\] (?<value>[\d,]+)\n/s,
    compute: ({ l = 0, h = 0, d = 0 }) => 2 * l * h * d * 2,
    tolerance: 0,
  },
  {
    card: 'kv-cache-size',
    what: 'bytes when one of the two tensors is forgotten',
    pattern:
      /(?<l>\d+) layers, (?<h>\d+) KV heads of size (?<d>\d+) .*?(?<value>[\d,]+)\n {2}- This forgets/s,
    compute: ({ l = 0, h = 0, d = 0 }) => l * h * d * 2,
    tolerance: 0,
  },
  {
    card: 'kv-cache-size',
    what: 'bytes with all query heads',
    pattern:
      /has (?<l>\d+) layers, .*? of size (?<d>\d+) .*?(?<value>[\d,]+)\n {2}- This counts (?<h>\d+) query/s,
    compute: ({ l = 0, h = 0, d = 0 }) => 2 * l * h * d * 2,
    tolerance: 0,
  },
  {
    card: 'kv-cache-size',
    what: 'bytes of one layer',
    pattern:
      /layers, (?<h>\d+) KV heads of size (?<d>\d+) .*?(?<value>[\d,]+)\n {2}- This is a single/s,
    compute: ({ h = 0, d = 0 }) => 2 * h * d * 2,
    tolerance: 0,
  },
  {
    card: 'kv-cache-size',
    what: 'sequences of 8k in 40 GiB with the 8B model',
    pattern: /8k sequences fit into (?<gib>\d+) GiB .*?\(about (?<value>\d+),/,
    compute: ({ gib = 0 }) => (gib * GIB) / (2 * 32 * 8 * 128 * 2 * 8192),
    tolerance: 0,
  },
  {
    card: 'mqa-gqa-mla',
    what: 'MHA: KiB per token',
    pattern:
      /(?<l>\d+) layers, 32 heads of (?<d>\d+) .*?MHA \| (?<h>\d+) keys .*?\| (?<value>\d+) KiB/s,
    compute: ({ l = 0, d = 0, h = 0 }) => (2 * h * d * l * 2) / KIB,
    tolerance: 0,
  },
  {
    card: 'mqa-gqa-mla',
    what: 'GQA: KiB per token',
    pattern:
      /(?<l>\d+) layers, 32 heads of (?<d>\d+) .*?8 groups \| (?<h>\d+) keys .*?\| (?<value>\d+) KiB/s,
    compute: ({ l = 0, d = 0, h = 0 }) => (2 * h * d * l * 2) / KIB,
    tolerance: 0,
  },
  {
    card: 'mqa-gqa-mla',
    what: 'MQA: KiB per token',
    pattern:
      /(?<l>\d+) layers, 32 heads of (?<d>\d+) .*?MQA \| (?<h>\d+) key .*?\| (?<value>\d+) KiB/s,
    compute: ({ l = 0, d = 0, h = 0 }) => (2 * h * d * l * 2) / KIB,
    tolerance: 0,
  },
  {
    card: 'mqa-gqa-mla',
    what: 'MLA: KiB per token',
    pattern:
      /For (?<l>\d+) layers, .*?latent (?<c>\d+) \+ RoPE key (?<r>\d+) \| (?<value>\d+) KiB/s,
    compute: ({ l = 0, c = 0, r = 0 }) => ((c + r) * l * 2) / KIB,
    tolerance: 0,
  },
  {
    card: 'mqa-gqa-mla',
    what: 'K/V heads of 128 that equal the latent and its RoPE key',
    pattern:
      /heads of (?<d>\d+) and.*?latent (?<c>\d+) \+ RoPE key (?<r>\d+).*?only (?<value>[\d.]+) such/s,
    compute: ({ d = 0, c = 0, r = 0 }) => (c + r) / (2 * d),
    tolerance: 0,
  },
  {
    card: 'mqa-gqa-mla',
    what: 'cache of DeepSeek-V2 (60 layers of 576) against DeepSeek 67B (95 of 8 heads), percent less',
    pattern: /with the (?<value>[\d.]+)% smaller cache .*?includes (?<bits>\d+)-bit/,
    compute: ({ bits = 0 }) => 100 * (1 - (60 * (512 + 64) * bits) / (95 * 2 * 8 * 128 * 16)),
    tolerance: 0.001,
  },
  {
    card: 'local-global-attention',
    what: 'entries of six global layers',
    pattern: /all global +(?<k>\d+) × (?<n>[\d,]+) += (?<value>[\d,]+\d) entries/,
    compute: ({ k = 0, n = 0 }) => k * n,
    tolerance: 0,
  },
  {
    card: 'local-global-attention',
    what: 'entries of five local layers and a global one',
    pattern: /5:1 mix +(?<k>\d+) × (?<w>[\d,]+) \+ (?<n>[\d,]+) += +(?<value>[\d,]+\d) entries/,
    compute: ({ k = 0, w = 0, n = 0 }) => k * w + n,
    tolerance: 0,
  },
  {
    card: 'local-global-attention',
    what: 'saving of the mix',
    pattern:
      /5:1 mix +(?<k>\d+) × (?<w>[\d,]+) \+ (?<n>[\d,]+) .*?six layers, (?<value>[\d.]+\d) times/s,
    compute: ({ k = 0, w = 0, n = 0 }) => ((k + 1) * n) / (k * w + n),
  },
  {
    card: 'normalization',
    what: 'standard deviation of 1, 2, 3, 4',
    pattern: /mean (?<mean>[\d.]+), std (?<value>[\d.]+\d)/,
    compute: ({ mean = 0 }) =>
      Math.sqrt([1, 2, 3, 4].reduce((sum, x) => sum + (x - mean) ** 2, 0) / 4),
    tolerance: 0.001,
  },
  {
    card: 'normalization',
    what: 'root mean square of 1, 2, 3, 4',
    pattern: /rms (?<value>[\d.]+\d)\n/,
    compute: () => Math.sqrt([1, 2, 3, 4].reduce((sum, x) => sum + x * x, 0) / 4),
    tolerance: 0.001,
  },
  {
    card: 'normalization',
    what: 'LayerNorm of the last value',
    pattern: /LayerNorm -[\d.]+ +-[\d.]+ +[\d.]+ +(?<value>[\d.]+) +mean/,
    compute: () => (4 - 2.5) / Math.sqrt((2 * 1.5 ** 2 + 2 * 0.5 ** 2) / 4),
  },
  {
    card: 'normalization',
    what: 'RMSNorm of the last value',
    pattern: /RMSNorm +[\d.]+ +[\d.]+ +[\d.]+ +(?<value>[\d.]+) +rms/,
    compute: () => 4 / Math.sqrt((1 + 4 + 9 + 16) / 4),
  },
  {
    card: 'feed-forward-layer',
    what: 'FFN width over model width',
    pattern: /width (?<f>[\d,]+) = (?<value>[\d.]+)·d/,
    compute: ({ f = 0 }) => f / 4096,
    tolerance: 0,
  },
  {
    card: 'feed-forward-layer',
    what: 'FFN parameters in d²',
    pattern: /= (?<r>[\d.]+)·d and grouped K\/V, it is (?<value>[\d.]+)d² of/,
    compute: ({ r = 0 }) => 3 * r,
    tolerance: 0,
  },
  {
    card: 'feed-forward-layer',
    what: 'block parameters in d²: Q and O full, K and V a quarter each',
    pattern: /it is (?<ffn>[\d.]+)d² of (?<value>[\d.]+)d²/,
    compute: ({ ffn = 0 }) => ffn + 2 + 2 * (8 / 32),
    tolerance: 0,
  },
  {
    card: 'feed-forward-layer',
    what: 'share of the FFN, percent',
    pattern: /it is (?<ffn>[\d.]+)d² of (?<all>[\d.]+)d², about (?<value>\d+)%/,
    compute: ({ ffn = 0, all = 0 }) => (100 * ffn) / all,
  },
  {
    card: 'mixture-of-experts',
    what: 'parameters of one expert over all layers, billions',
    pattern: /one expert, all (?<l>\d+) layers +(?<value>[\d.]+)B/,
    compute: ({ l = 0 }) => (l * 3 * 4096 * 14336) / 1e9,
    tolerance: 0.002,
  },
  {
    card: 'mixture-of-experts',
    what: 'attention, two tables of 32,000 tokens, billions',
    pattern: /embeddings, rest +(?<value>[\d.]+)B/,
    compute: () => (32 * (2 * 4096 * 4096 + 2 * 4096 * 1024 + 4096 * 8) + 2 * 32000 * 4096) / 1e9,
    tolerance: 0.01,
  },
  {
    card: 'mixture-of-experts',
    what: 'total, billions',
    pattern: /total +(?<e>\d+) × (?<x>[\d.]+) \+ (?<r>[\d.]+) += +(?<value>[\d.]+)B/,
    compute: ({ e = 0, x = 0, r = 0 }) => e * x + r,
    tolerance: 0.002,
  },
  {
    card: 'mixture-of-experts',
    what: 'active, billions',
    pattern: /active +(?<e>\d+) × (?<x>[\d.]+) \+ (?<r>[\d.]+) += +(?<value>[\d.]+)B/,
    compute: ({ e = 0, x = 0, r = 0 }) => e * x + r,
    tolerance: 0.003,
  },
  {
    card: 'moe-load-balancing',
    what: 'balance term at even load',
    pattern: /With (?<n>\d+) experts and even load `N · Σ f_i · P_i` is (?<value>\d+);/,
    compute: ({ n = 0 }) => {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += (1 / n) * (1 / n);
      return n * sum;
    },
    tolerance: 0,
  },
  {
    card: 'moe-load-balancing',
    what: 'balance term at full collapse',
    pattern: /With (?<n>\d+) experts .*? takes everything, (?<value>\d+)\./,
    compute: ({ n = 0 }) => n * (1 * 1),
    tolerance: 0,
  },
  {
    card: 'cross-entropy-perplexity',
    what: 'mean loss of three tokens in nats',
    pattern: /with (?<a>[\d.]+), (?<b>[\d.]+) and (?<c>[\d.]+) give L = (?<value>[\d.]+\d) nats/,
    compute: ({ a = 0, b = 0, c = 0 }) => -(Math.log(a) + Math.log(b) + Math.log(c)) / 3,
    tolerance: 0.001,
  },
  {
    card: 'cross-entropy-perplexity',
    what: 'perplexity of three tokens',
    pattern: /with (?<a>[\d.]+), (?<b>[\d.]+) and (?<c>[\d.]+) give .*?perplexity (?<value>\d+)/,
    compute: ({ a = 0, b = 0, c = 0 }) => Math.exp(-Math.log(a * b * c) / 3),
    tolerance: 0.001,
  },
  {
    card: 'cross-entropy-perplexity',
    what: 'bits per word of the character model',
    pattern:
      /(?<bits>\d+) bits per char.*?about (?<chars>\d+) characters .*?needs (?<value>\d+) bits/s,
    compute: ({ bits = 0, chars = 0 }) => bits * chars,
    tolerance: 0,
  },
  {
    card: 'cross-entropy-perplexity',
    what: 'loss of a uniform guess, nats',
    pattern: /about ln (?<v>[\d,]+) = (?<value>[\d.]+) nats/,
    compute: ({ v = 0 }) => -Math.log(1 / v),
    tolerance: 0.005,
  },
  {
    card: 'vocabulary-size',
    what: 'parameters of one table, millions',
    pattern: /8B, (?<v>[\d,]+) × (?<d>[\d,]+) is (?<value>\d+) million/,
    compute: ({ v = 0, d = 0 }) => (v * d) / 1e6,
    tolerance: 0.002,
  },
  {
    card: 'vocabulary-size',
    what: 'both tables in percent of the model',
    pattern: /8B, (?<v>[\d,]+) × (?<d>[\d,]+) is .*?: (?<value>\d+)% of the model/,
    compute: ({ v = 0, d = 0 }) => {
      const layer = 2 * d * d + 2 * d * 1024 + 3 * d * 14336;
      return (100 * 2 * v * d) / (32 * layer + 2 * v * d);
    },
  },
  {
    card: 'vocabulary-size',
    what: 'GB of logits in 32 bits',
    pattern: /(?<n>[\d,]+) positions × (?<v>[\d,]+) values in 32 bits are (?<value>[\d.]+) GB/,
    compute: ({ n = 0, v = 0 }) => (n * v * 4) / 1e9,
  },
  {
    card: 'weight-tying',
    what: 'parameters of the table, millions',
    pattern: /has (?<v>[\d,]+) × (?<d>[\d,]+), or (?<value>\d+) million/,
    compute: ({ v = 0, d = 0 }) => (v * d) / 1e6,
    tolerance: 0.002,
  },
  {
    card: 'weight-tying',
    what: 'saving at 70B, percent (128,256 tokens of width 8,192)',
    pattern: /At 70B the saving is about (?<value>[\d.]+)%/,
    compute: () => {
      const d = 8192;
      const layer = 2 * d * d + 2 * d * 1024 + 3 * d * 28672;
      return (100 * 128256 * d) / (80 * layer + 2 * 128256 * d);
    },
  },
  {
    card: 'prefill-and-decode',
    what: 'FLOPs per byte at the ridge',
    pattern:
      /about (?<f>\d+) TFLOP\/s .*?reads (?<bw>[\d.]+) TB\/s, so it must do (?<value>\d+) FLOPs/,
    compute: ({ f = 0, bw = 0 }) => f / bw,
  },
  {
    card: 'prefill-and-decode',
    what: 'TFLOP of the prefill',
    pattern: /For (?<n>\d+)B and (?<t>[\d,]+) tokens that is (?<value>\d+) TFLOP/,
    compute: ({ n = 0, t = 0 }) => (2 * n * 1e9 * t) / 1e12,
    tolerance: 0,
  },
  {
    card: 'prefill-and-decode',
    what: 'seconds of the prefill',
    pattern:
      /(?<f>\d+) TFLOP\/s .*?that is (?<w>\d+) TFLOP, about (?<value>[\d.]+) s at (?<u>\d+)%/s,
    compute: ({ f = 0, w = 0, u = 0 }) => w / ((f * u) / 100),
    tolerance: 0.02,
  },
  {
    card: 'prefill-and-decode',
    what: 'milliseconds per token at batch 1',
    pattern: /(?<gb>\d+) GB ÷ (?<bw>[\d.]+) TB\/s = (?<value>\d+) ms/,
    compute: ({ gb = 0, bw = 0 }) => ((gb * 1e9) / (bw * 1e12)) * 1000,
  },
  {
    card: 'prefill-and-decode',
    what: 'tokens per second at batch 1',
    pattern: /(?<gb>\d+) GB ÷ (?<bw>[\d.]+) TB\/s = \d+ ms, or (?<value>\d+) tokens\/s/,
    compute: ({ gb = 0, bw = 0 }) => (bw * 1e12) / (gb * 1e9),
  },
  {
    card: 'parameter-count',
    what: 'GPT-3, billions',
    pattern: /GPT-3: (?<k>\d+) × (?<l>\d+) × (?<d>[\d,]+)² = (?<value>\d+) billion/,
    compute: ({ l = 0, d = 0 }) => (l * (4 * d * d + 2 * d * 4 * d)) / 1e9,
    tolerance: 0.002,
  },
  {
    card: 'parameter-count',
    what: 'GPT-3 embeddings of 50,257 tokens, billions',
    pattern: /× (?<d>12,288)² .*?embeddings add (?<value>[\d.]+\d)\./,
    compute: ({ d = 0 }) => (50257 * d) / 1e9,
    tolerance: 0.04,
  },
  {
    card: 'parameter-count',
    what: 'Q and O, millions',
    pattern: /W_Q, W_O +(?<k>\d) × (?<a>\d+) × (?<b>\d+) +(?<value>[\d.]+)M/,
    compute: ({ k = 0, a = 0, b = 0 }) => (k * a * b) / 1e6,
    tolerance: 0.002,
  },
  {
    card: 'parameter-count',
    what: 'K and V, millions',
    pattern: /W_K, W_V +(?<k>\d) × (?<a>\d+) × (?<b>\d+) +(?<value>[\d.]+)M/,
    compute: ({ k = 0, a = 0, b = 0 }) => (k * a * b) / 1e6,
    tolerance: 0.002,
  },
  {
    card: 'parameter-count',
    what: 'gated FFN, millions',
    pattern: /down (?<k>\d) × (?<a>\d+) × (?<b>\d+) +(?<value>[\d.]+)M/,
    compute: ({ k = 0, a = 0, b = 0 }) => (k * a * b) / 1e6,
    tolerance: 0.001,
  },
  {
    card: 'parameter-count',
    what: 'a layer, millions',
    pattern: /per layer +(?<value>[\d.]+)M/,
    compute: () => (2 * 4096 * 4096 + 2 * 4096 * 1024 + 3 * 4096 * 14336) / 1e6,
    tolerance: 0.001,
  },
  {
    card: 'parameter-count',
    what: 'all layers, billions',
    pattern: /per layer +(?<m>[\d.]+)M\n(?<l>\d+) layers +(?<value>[\d.]+)B/,
    compute: ({ m = 0, l = 0 }) => (m * l) / 1000,
    tolerance: 0.001,
  },
  {
    card: 'parameter-count',
    what: 'two tables, billions',
    pattern: /two tables +(?<k>\d) × (?<a>\d+) × (?<b>\d+) +(?<value>[\d.]+)B/,
    compute: ({ k = 0, a = 0, b = 0 }) => (k * a * b) / 1e9,
    tolerance: 0.003,
  },
  {
    card: 'parameter-count',
    what: 'total, billions',
    pattern: /layers +(?<x>[\d.]+)B\ntwo tables .*? (?<y>[\d.]+)B\ntotal +(?<value>[\d.]+)B/,
    compute: ({ x = 0, y = 0 }) => x + y,
    tolerance: 0.001,
  },
  {
    card: 'parameter-count',
    what: 'GB of training state at 16 bytes each',
    pattern: /total +(?<n>[\d.]+)B.*?about (?<b>\d+) bytes each .*?\((?<value>\d+) GB\)/s,
    compute: ({ n = 0, b = 0 }) => n * b,
  },
  {
    card: 'parameter-count',
    what: 'right option, billions',
    pattern: /has (?<l>\d+) layers and d = (?<d>[\d,]+)\..*?\[x\] (?<value>\d+) billion/s,
    compute: ({ l = 0, d = 0 }) => (12 * l * d * d) / 1e9,
    tolerance: 0.002,
  },
  {
    card: 'parameter-count',
    what: 'attention alone, billions (wrong option)',
    pattern:
      /has (?<l>\d+) layers and d = (?<d>[\d,]+)\..*?(?<value>\d+) billion\n {2}- This uses 4d²/s,
    compute: ({ l = 0, d = 0 }) => (4 * l * d * d) / 1e9,
  },
  {
    card: 'parameter-count',
    what: 'feed-forward alone, billions (wrong option)',
    pattern:
      /has (?<l>\d+) layers and d = (?<d>[\d,]+)\..*?(?<value>\d+) billion\n {2}- This uses 8d²/s,
    compute: ({ l = 0, d = 0 }) => (2 * 4 * l * d * d) / 1e9,
  },
  {
    card: 'parameter-count',
    what: 'factor 12 twice, trillions (wrong option)',
    pattern: /has (?<l>\d+) layers and d = (?<d>[\d,]+)\..*?\[ \] (?<value>[\d.]+) trillion/s,
    compute: ({ l = 0, d = 0 }) => (12 * 12 * l * d * d) / 1e12,
  },
  {
    card: 'parameter-count',
    what: 'bytes per parameter in mixed-precision Adam',
    pattern:
      /about (?<value>\d+) bytes each .*?\((?<w>\d) we.*?(?<g>\d) gr.*?(?<m>\d) ma.*?(?<a>\d) Adam/s,
    compute: ({ w = 0, g = 0, m = 0, a = 0 }) => w + g + m + a,
    tolerance: 0,
  },
  {
    card: 'linear-attention-and-hybrids',
    what: 'tokens of KV cache that equal a d x d state',
    pattern: /head size (?<d>\d+), as much as (?<value>\d+) tokens/,
    compute: ({ d = 0 }) => (d * d) / (2 * d),
    tolerance: 0,
  },
];
