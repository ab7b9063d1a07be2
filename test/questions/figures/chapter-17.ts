import type { Figure } from './figure.ts';

export const figures: readonly Figure[] = [
  {
    card: 'gan-objective',
    what: 'value of the game at the optimum: E[log 0.5] + E[log(1 - 0.5)]',
    pattern: /D says (?<half>[\d.]+) everywhere and the value.*?= −(?<value>[\d.]+\d)/,
    compute: ({ half = 0 }) => -(Math.log(half) + Math.log(1 - half)),
    tolerance: 0.001,
  },
  {
    card: 'gan-objective',
    what: 'gradient of log D per unit of the logit: 1 - D',
    pattern: /at D = (?<d>[\d.]+) that is (?<value>[\d.]+) against/,
    compute: ({ d = 0 }) => {
      const logit = Math.log(d / (1 - d));
      const logSigmoid = (x: number): number => -Math.log(1 + Math.exp(-x));
      return (logSigmoid(logit + 1e-5) - logSigmoid(logit - 1e-5)) / 2e-5;
    },
    tolerance: 0.001,
  },
  {
    card: 'gan-objective',
    what: 'size of the gradient of log(1 - D) per unit of the logit: D',
    pattern: /at D = (?<d>[\d.]+) that is [\d.]+ against (?<value>[\d.]+\d)/,
    compute: ({ d = 0 }) => {
      const logit = Math.log(d / (1 - d));
      const logFake = (x: number): number => -Math.log(1 + Math.exp(x));
      return -(logFake(logit + 1e-5) - logFake(logit - 1e-5)) / 2e-5;
    },
    tolerance: 0.001,
  },
  {
    card: 'vae-elbo',
    what: 'KL of a one-dimensional Gaussian to N(0, 1), nats',
    pattern: /with μ = (?<mu>[\d.]+) and σ = (?<sigma>[\d.]+) the charge is (?<value>[\d.]+) nats/,
    compute: ({ mu = 0, sigma = 1 }) => (mu ** 2 + sigma ** 2 - 1 - Math.log(sigma ** 2)) / 2,
    tolerance: 0.0001,
  },
  {
    card: 'vq-vae-and-tokenisers',
    what: 'tokens of an image: (side / reduction)²',
    pattern: /A (?<side>\d+) × 256 image reduced (?<by>\d+) times.*?= (?<value>\d+) tokens/,
    compute: ({ side = 0, by = 1 }) => (side / by) ** 2,
    tolerance: 0,
  },
  {
    card: 'vq-vae-and-tokenisers',
    what: 'bits a token: log2 of the codebook size',
    pattern: /with (?<codes>[\d,]+) codes each carries (?<value>\d+) bits/,
    compute: ({ codes = 1 }) => Math.log2(codes),
    tolerance: 0,
  },
  {
    card: 'ddpm-training',
    what: 'share of signal: root of alpha bar',
    pattern: /At ᾱ_t = (?<a>[\d.]+) an image is (?<value>[\d.]+) signal/,
    compute: ({ a = 0 }) => Math.sqrt(a),
    tolerance: 0.0001,
  },
  {
    card: 'ddpm-training',
    what: 'share of noise: root of 1 - alpha bar',
    pattern: /At ᾱ_t = (?<a>[\d.]+) an image is [\d.]+ signal and (?<value>[\d.]+) noise/,
    compute: ({ a = 0 }) => Math.sqrt(1 - a),
    tolerance: 0.0001,
  },
  {
    card: 'latent-diffusion',
    what: 'pixel values',
    pattern: /turns (?<h>\d+) × (?<w>\d+) × (?<c>\d+) values \((?<value>[\d,]+)\)/,
    compute: ({ h = 0, w = 0, c = 0 }) => h * w * c,
    tolerance: 0,
  },
  {
    card: 'latent-diffusion',
    what: 'latent values',
    pattern: /into (?<h>\d+) × (?<w>\d+) × (?<c>\d+) \((?<value>[\d,]+)\)/,
    compute: ({ h = 0, w = 0, c = 0 }) => h * w * c,
    tolerance: 0,
  },
  {
    card: 'latent-diffusion',
    what: 'reduction',
    pattern: /values \((?<all>[\d,]+)\) into .*? \((?<left>[\d,]+)\), (?<value>\d+) times fewer/,
    compute: ({ all = 0, left = 1 }) => all / left,
    tolerance: 0,
  },
  {
    card: 'latent-diffusion',
    what: 'the right option',
    pattern:
      /\[x\] (?<value>\d+) times\n {2}- (?<a>\d+)·(?<b>\d+)·(?<c>\d+) = .*? become (?<d>\d+)·(?<e>\d+)·(?<f>\d+) =/,
    compute: ({ a = 0, b = 0, c = 0, d = 1, e = 1, f = 1 }) => (a * b * c) / (d * e * f),
    tolerance: 0,
  },
  {
    card: 'classifier-free-guidance',
    what: 'guided prediction',
    pattern: /With ε_u = (?<u>[\d.]+), ε_c = (?<c>[\d.]+) and w = (?<w>\d+), ε̂ = (?<value>[\d.]+),/,
    compute: ({ u = 0, c = 0, w = 0 }) => u + w * (c - u),
    tolerance: 0.0001,
  },
  {
    card: 'classifier-free-guidance',
    what: 'the right option',
    pattern: /\[x\] (?<value>[\d.]+)\n {2}- (?<u>[\d.]+) \+ (?<w>\d+) · \((?<c>[\d.]+) −/,
    compute: ({ u = 0, c = 0, w = 0 }) => u + w * (c - u),
    tolerance: 0.0001,
  },
  {
    card: 'classifier-free-guidance',
    what: 'the convention of the original paper with the same w',
    pattern: /\] (?<value>2\.2)\n.*? (?<one>\d+) · (?<c>[\d.]+) − (?<w>\d+) · (?<u>[\d.]+\d),/,
    compute: ({ one = 0, c = 0, w = 0, u = 0 }) => one * c - w * u,
    tolerance: 0.0001,
  },
  {
    card: 'diffusion-transformers',
    what: 'tokens of a latent',
    pattern: /A (?<side>\d+) × 64 latent with patch (?<patch>\d+) gives (?<value>[\d,]+) tokens/,
    compute: ({ side = 0, patch = 1 }) => (side / patch) ** 2,
    tolerance: 0,
  },
  {
    card: 'diffusion-transformers',
    what: 'attention cost at twice the width and height: square of the tokens',
    pattern: /means (?<tokens>\d+) times the tokens and (?<value>\d+) times the attention/,
    compute: ({ tokens = 0 }) => tokens ** 2,
    tolerance: 0,
  },
  {
    card: 'flow-matching',
    what: 'point on the path',
    pattern: /For x_0 = (?<a>\d+), x_1 = (?<b>\d+) and t = (?<t>[\d.]+), x_t = (?<value>\d+)/,
    compute: ({ a = 0, b = 0, t = 0 }) => (1 - t) * a + t * b,
    tolerance: 0,
  },
  {
    card: 'flow-matching',
    what: 'target velocity',
    pattern: /For x_0 = (?<a>\d+), x_1 = (?<b>\d+) and.*?the target is (?<value>\d+)/,
    compute: ({ a = 0, b = 0 }) => b - a,
    tolerance: 0,
  },
  {
    card: 'few-step-generation',
    what: 'network calls with guidance',
    pattern: /(?<steps>\d+) steps with guidance are (?<value>\d+) network calls/,
    compute: ({ steps = 0 }) => 2 * steps,
    tolerance: 0,
  },
  {
    card: 'few-step-generation',
    what: 'factor saved',
    pattern: /are (?<all>\d+) network calls; (?<few>\d+) steps of.*?a factor of (?<value>\d+)/,
    compute: ({ all = 0, few = 1 }) => all / few,
    tolerance: 0,
  },
  {
    card: 'control-and-editing',
    what: 'steps run at a strength',
    pattern: /At strength (?<s>[\d.]+) of a (?<steps>\d+)-step schedule about (?<value>\d+) steps/,
    compute: ({ s = 0, steps = 0 }) => s * steps,
    tolerance: 0.0001,
  },
  {
    card: 'personalisation',
    what: 'KB of one float32 word vector',
    pattern: /one (?<dim>\d+)-dimensional float32 vector is (?<value>\d+) KB/,
    compute: ({ dim = 0 }) => (dim * 4) / 1000,
    tolerance: 0.03,
  },
  {
    card: 'personalisation',
    what: 'numbers of a LoRA pair: r (d_in + d_out)',
    pattern:
      /At rank (?<r>\d+) a (?<a>[\d,]+) × (?<b>[\d,]+) matrix needs (?<value>[\d,]+) trained/,
    compute: ({ r = 0, a = 0, b = 0 }) => r * (a + b),
    tolerance: 0,
  },
  {
    card: 'personalisation',
    what: 'numbers of the full matrix',
    pattern: /a (?<a>[\d,]+) × (?<b>[\d,]+) matrix needs .*? in place of (?<value>[\d,]+)/,
    compute: ({ a = 0, b = 0 }) => a * b,
    tolerance: 0,
  },
  {
    card: 'clip-and-siglip',
    what: 'softmax probability of the right text in a batch of two',
    pattern: /similarity (?<yes>\d+) for matches and (?<no>\d+) .*?probability (?<value>[\d.]+\d)/,
    compute: ({ yes = 0, no = 0 }) => Math.exp(yes) / (Math.exp(yes) + Math.exp(no)),
  },
  {
    card: 'vlm-architectures',
    what: 'patch tokens: (side / patch)²',
    pattern: /With patch (?<patch>\d+) a (?<side>\d+) × 336 image is.*?= (?<value>\d+) tokens/,
    compute: ({ patch = 1, side = 0 }) => (side / patch) ** 2,
    tolerance: 0,
  },
  {
    card: 'vlm-architectures',
    what: 'four tiles and an overview',
    pattern: /= (?<each>\d+) tokens\. .*?four tiles and an overview are (?<value>[\d,]+) tokens/,
    compute: ({ each = 0 }) => (4 + 1) * each,
    tolerance: 0,
  },
  {
    card: 'vlm-architectures',
    what: 'pixels a side of the wrong option 32²',
    pattern: /That is (?<side>\d+)², which would need (?<value>\d+) pixels/,
    compute: ({ side = 0 }) => side * 14,
    tolerance: 0,
  },
  {
    card: 'vlm-architectures',
    what: 'the right option',
    pattern: /\[x\] (?<value>\d+)\n {2}- (?<side>\d+) \/ (?<patch>\d+) =/,
    compute: ({ side = 0, patch = 1 }) => (side / patch) ** 2,
    tolerance: 0,
  },
  {
    card: 'vlm-hallucination',
    what: 'CHAIR: share of mentioned objects that are absent, percent',
    pattern: /one wrong among five is (?<value>\d+) %/,
    compute: () => (100 * 1) / 5,
    tolerance: 0,
  },
  {
    card: 'unified-generation',
    what: 'tokens of the ten scales of VAR: sum of the squared sides',
    pattern: /its ten scales hold (?<value>\d+) tokens/,
    compute: () => {
      const sides: readonly number[] = [1, 2, 3, 4, 5, 6, 8, 10, 13, 16];
      return sides.reduce((sum, side) => sum + side ** 2, 0);
    },
    tolerance: 0,
  },
  {
    card: 'image-generation-evaluation',
    what: 'FID in one dimension, means 0 and 1, deviations 1 and 2',
    pattern:
      /means (?<m>\d+) and (?<n>\d+) and deviations (?<s>\d+) and (?<t>\d+), .*? = (?<value>\d+)\./,
    compute: ({ m = 0, n = 0, s = 0, t = 0 }) =>
      (m - n) ** 2 + s ** 2 + t ** 2 - 2 * Math.sqrt(s ** 2 * t ** 2),
    tolerance: 0,
  },
  {
    card: 'image-generation-evaluation',
    what: 'votes for a 95 % interval of ± 2 points around one half',
    pattern: /roughly (?<value>[\d,]+) for a 95 % interval of ±(?<points>\d+) points/,
    compute: ({ points = 1 }) => (1.96 / (points / 100)) ** 2 / 4,
  },
  {
    card: 'video-generation',
    what: 'latent frames: the first alone, then four to one',
    pattern: /Take (?<frames>\d+) frames.*?alone: (?<value>\d+) × 60/,
    compute: ({ frames = 0 }) => (frames - 1) / 4 + 1,
    tolerance: 0,
  },
  {
    card: 'video-generation',
    what: 'seconds of the clip',
    pattern:
      /Take (?<frames>\d+) frames at 832 × 480 \(about (?<value>\d+) s at (?<fps>\d+) frames/,
    compute: ({ frames = 0, fps = 1 }) => frames / fps,
    tolerance: 0.02,
  },
  {
    card: 'video-generation',
    what: 'tokens: latent frames x (height / 8 / 2) x (width / 8 / 2)',
    pattern: /at (?<w>\d+) × (?<h>\d+) \(.*?alone: (?<t>\d+) × .*? patches (?<value>[\d,]+) tokens/,
    compute: ({ w = 0, h = 0, t = 0 }) => t * (h / 8 / 2) * (w / 8 / 2),
    tolerance: 0,
  },
  {
    card: 'whisper-and-asr',
    what: 'mel frames of a window: one every 10 ms',
    pattern: /A (?<s>\d+) s window.*?every (?<ms>\d+) ms, so (?<value>[\d,]+) frames/,
    compute: ({ s = 0, ms = 1 }) => (s * 1000) / ms,
    tolerance: 0,
  },
  {
    card: 'whisper-and-asr',
    what: 'encoder positions after stride 2',
    pattern:
      /so (?<frames>[\d,]+) frames; a stride-(?<stride>\d) convolution leaves (?<value>[\d,]+) pos/,
    compute: ({ frames = 0, stride = 1 }) => frames / stride,
    tolerance: 0,
  },
  {
    card: 'whisper-and-asr',
    what: 'word error rate, percent',
    pattern:
      /With (?<n>\d+) ref.*?(?<s>\d) sub.*?(?<d>\d) del.*?(?<i>\d) ins.*? is (?<value>\d+) %/,
    compute: ({ n = 1, s = 0, d = 0, i = 0 }) => (100 * (s + d + i)) / n,
    tolerance: 0,
  },
  {
    card: 'whisper-and-asr',
    what: 'the wrong option that divides by the output length',
    pattern: /\[ \] (?<value>\d+) %\n {2}- This divides by (?<length>\d+)/,
    compute: ({ length = 1 }) => (100 * (1 + 1 + 2)) / length,
    tolerance: 0.02,
  },
  {
    card: 'text-to-speech',
    what: 'codec tokens a second',
    pattern:
      /has (?<frames>\d+) frames a second with (?<books>\d+) codebooks.*?so (?<value>\d+) tokens/,
    compute: ({ frames = 0, books = 0 }) => frames * books,
    tolerance: 0,
  },
  {
    card: 'text-to-speech',
    what: 'kbit/s of the codec',
    pattern:
      /EnCodec at (?<value>\d+) kbit.*? (?<f>\d+) frames.*?(?<b>\d+) codebooks of (?<bits>\d+) b/,
    compute: ({ f = 0, b = 0, bits = 0 }) => (f * b * bits) / 1000,
    tolerance: 0,
  },
  {
    card: 'speech-to-speech',
    what: 'theoretical latency of Moshi, ms: frame plus acoustic delay',
    pattern: /latency is (?<value>\d+) ms, one (?<frame>\d+) ms frame plus (?<delay>\d+) ms/,
    compute: ({ frame = 0, delay = 0 }) => frame + delay,
    tolerance: 0,
  },
  {
    card: 'multimodal-rag',
    what: 'GB of multi-vectors for a million pages, 2 bytes a number',
    pattern: /about (?<n>[\d,]+) vectors of (?<dim>\d+) dimensions.*?need (?<value>\d+) GB/,
    compute: ({ n = 0, dim = 0 }) => (1e6 * n * dim * 2) / 1e9,
    tolerance: 0.005,
  },
  {
    card: 'multimodal-rag',
    what: 'GB of three float32 text vectors a page for a million pages',
    pattern: /three text vectors of (?<dim>\d+) float32 a page take (?<value>\d+) GB/,
    compute: ({ dim = 0 }) => (1e6 * 3 * dim * 4) / 1e9,
    tolerance: 0.03,
  },
  {
    card: 'diffusion-language-models',
    what: 'tokens settled in a pass',
    pattern: /A block of (?<block>\d+) tokens in (?<passes>\d+) passes fixes (?<value>\d+) tokens/,
    compute: ({ block = 0, passes = 1 }) => block / passes,
    tolerance: 0,
  },
];
