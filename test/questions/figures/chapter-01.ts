import type { Figure } from './figure.ts';

const trainingFlops = (parameters: number, tokens: number): number => 6 * parameters * tokens;

/** Loss of the parametric fit of Hoffmann et al. (2022), their equation 10. */
const chinchillaLoss = (parameters: number, tokens: number): number =>
  1.69 + 406.4 / parameters ** 0.34 + 410.7 / tokens ** 0.28;

/** Share of experts that a batch touches, if each token draws its experts uniformly. */
const touched = (batch: number, chosen: number, experts: number): number =>
  100 * (1 - (1 - chosen / experts) ** batch);

/** A row of the table of p^L, after `skipped` others. */
const powerRow = (skipped: number) =>
  new RegExp(
    `With L = (?<tokens>\\d+):.*?---\\|\\n(?:\\|[^\\n]*\\n){${skipped}}` +
      '\\| (?<p>[\\d.]+) \\| (?<value>[\\d.]+) \\|',
    's',
  );

export const figures: readonly Figure[] = [
  {
    card: 'clm-vs-mlm',
    what: 'causal predictions in a sequence: every token but the first',
    pattern: /sequence of (?<length>\d+) tokens, a causal model is trained on (?<value>\d+)/,
    compute: ({ length = 0 }) => length - 1,
    tolerance: 0.0001,
  },
  {
    card: 'clm-vs-mlm',
    what: 'masked predictions in a sequence',
    pattern:
      /choose (?<percent>\d+)% of .*?sequence of (?<length>\d+) .*?BERT on about (?<value>\d+)/s,
    compute: ({ percent = 0, length = 0 }) => (percent / 100) * length,
  },
  {
    card: 'clm-vs-mlm',
    what: 'the three treatments of chosen tokens cover all of them',
    pattern:
      /chosen ones (?<value>\d+)% become .*?, (?<random>\d+)% a random token, and (?<stay>\d+)%/,
    compute: ({ random = 0, stay = 0 }) => 100 - random - stay,
  },
  {
    card: 'base-vs-instruct-model',
    what: 'GPT-3 is more than 100 times the tuned model',
    pattern:
      /tuned (?<small>[\d.]+)B model to those of the (?<large>\d+)B .*?than (?<value>\d+) in size/,
    compute: ({ small = 1, large = 0 }) => Math.min(100, large / small),
  },
  {
    card: 'scaling-laws-chinchilla',
    what: 'training compute of Gopher',
    pattern: /\| Gopher \| (?<n>\d+)B \| (?<d>\d+)B \| (?<value>[\d.e]+) \|/,
    compute: ({ n = 0, d = 0 }) => trainingFlops(n * 1e9, d * 1e9),
  },
  {
    card: 'scaling-laws-chinchilla',
    what: 'training compute of Chinchilla',
    pattern: /\| Chinchilla \| (?<n>\d+)B \| (?<d>[\d.]+)T \| (?<value>[\d.e]+) \|/,
    compute: ({ n = 0, d = 0 }) => trainingFlops(n * 1e9, d * 1e12),
  },
  {
    card: 'scaling-laws-chinchilla',
    what: 'tokens a parameter of Chinchilla',
    pattern:
      /roughly (?<value>\d+) tokens per parameter.*?\| Chinchilla \| (?<n>\d+)B \| (?<d>[\d.]+)T/s,
    compute: ({ n = 1, d = 0 }) => (d * 1e12) / (n * 1e9),
  },
  {
    card: 'scaling-laws-chinchilla',
    what: 'a quarter of the size',
    pattern:
      /Gopher \| (?<large>\d+)B .*?Chinchilla \| (?<value>\d+)B .*?model of a quarter of the size/s,
    compute: ({ large = 0 }) => large / 4,
  },
  {
    card: 'scaling-laws-chinchilla',
    what: 'choices: optimal tokens for 10B, in billions',
    pattern:
      /near (?<ratio>\d+) tokens per .*?dense (?<n>\d+)B .*?\[x\] About (?<value>\d+) billion/s,
    compute: ({ ratio = 0, n = 0 }) => ratio * n,
  },
  {
    card: 'scaling-laws-chinchilla',
    what: 'choices: tokens for 10B at the ratio of GPT-3 (300B tokens, 175B parameters)',
    pattern: /dense (?<n>\d+)B model.*?About (?<value>\d+) billion\n {2}- That is GPT-3's ratio/s,
    compute: ({ n = 0 }) => (300 / 175) * n,
  },
  {
    card: 'scaling-laws-chinchilla',
    what: 'choices: ratio of GPT-3',
    pattern: /GPT-3's ratio of (?<value>[\d.]+) tokens per parameter/,
    compute: () => 300 / 175,
  },
  {
    card: 'scaling-laws-chinchilla',
    what: 'choices: tokens a parameter at 20 trillion',
    pattern:
      /dense (?<n>\d+)B .*?About (?<tokens>\d+) trillion\n {2}- At (?<value>[\d,]+) tokens per/s,
    compute: ({ n = 1, tokens = 0 }) => (tokens * 1e12) / (n * 1e9),
  },
  {
    card: 'scaling-laws-chinchilla',
    what: 'choices: parameters divided by twenty, in millions',
    pattern: /dense (?<n>\d+)B model.*?About (?<value>\d+) million/s,
    compute: ({ n = 0 }) => (n * 1e9) / 20 / 1e6,
  },
  {
    card: 'overtraining-past-chinchilla',
    what: 'training compute of the large model',
    pattern:
      /(?<n>\d+)B, (?<d>[\d.]+)T tokens \| \d+B, .*?training, 6·N·D \| (?<value>[\d.e]+) FLOPs/s,
    compute: ({ n = 0, d = 0 }) => trainingFlops(n * 1e9, d * 1e12),
  },
  {
    card: 'overtraining-past-chinchilla',
    what: 'training compute of the small model',
    pattern:
      /tokens \| (?<n>\d+)B, (?<d>\d+)T tokens \|.*?6·N·D \| \S+ FLOPs \| (?<value>\S+) FLOPs/s,
    compute: ({ n = 0, d = 0 }) => trainingFlops(n * 1e9, d * 1e12),
  },
  {
    card: 'overtraining-past-chinchilla',
    what: 'fitted loss of the large model',
    pattern: /(?<n>\d+)B, (?<d>[\d.]+)T tokens \| \d+B, .*?fitted loss \| (?<value>[\d.]+) \|/s,
    compute: ({ n = 0, d = 0 }) => chinchillaLoss(n * 1e9, d * 1e12),
    tolerance: 0.003,
  },
  {
    card: 'overtraining-past-chinchilla',
    what: 'fitted loss of the small model',
    pattern:
      /tokens \| (?<n>\d+)B, (?<d>[\d.]+)T tokens \|.*?fitted loss \| \S+ \| (?<value>[\d.]+) \|/s,
    compute: ({ n = 0, d = 0 }) => chinchillaLoss(n * 1e9, d * 1e12),
    tolerance: 0.003,
  },
  {
    card: 'overtraining-past-chinchilla',
    what: 'compute of a served token, large model',
    pattern: /\| \| (?<n>\d+)B, .*?each served token \| (?<value>[\d.e]+) FLOPs/s,
    compute: ({ n = 0 }) => 2 * n * 1e9,
  },
  {
    card: 'overtraining-past-chinchilla',
    what: 'compute of a served token, small model',
    pattern: /tokens \| (?<n>\d+)B, .*?each served token \| \S+ FLOPs \| (?<value>[\d.e]+) FLOPs/s,
    compute: ({ n = 0 }) => 2 * n * 1e9,
  },
  {
    card: 'overtraining-past-chinchilla',
    what: 'a fifth more to train',
    pattern:
      /6·N·D \| (?<value>[\d.e]+) FLOPs \| (?<small>[\d.e]+) FLOPs .*?costs a fifth more to train/s,
    compute: ({ small = 0 }) => small / 1.2,
    tolerance: 0.03,
  },
  {
    card: 'overtraining-past-chinchilla',
    what: 'compute of a served token, ratio',
    pattern:
      /\| \| (?<large>\d+)B, .*? tokens \| (?<small>\d+)B, .*?about (?<value>\d+) times less/s,
    compute: ({ large = 0, small = 1 }) => large / small,
    tolerance: 0.05,
  },
  {
    card: 'overtraining-past-chinchilla',
    what: 'served tokens that repay the longer training, in trillions',
    pattern:
      /\| (?<n>\d+)B, (?<d>\S+)T .*? \| (?<m>\d+)B, (?<e>\d+)T .*?roughly (?<value>\S+) trillion/s,
    compute: ({ n = 0, d = 0, m = 0, e = 0 }) =>
      (trainingFlops(m * 1e9, e * 1e12) - trainingFlops(n * 1e9, d * 1e12)) /
      (2 * (n - m) * 1e9) /
      1e12,
    tolerance: 0.05,
  },
  {
    card: 'overtraining-past-chinchilla',
    what: 'tokens a parameter of Llama 3 8B',
    pattern:
      /tokens \| (?<n>\d+)B, (?<d>\d+)T tokens.*?At about (?<value>[\d,]+) tokens per parameter/s,
    compute: ({ n = 1, d = 0 }) => (d * 1e12) / (n * 1e9),
    tolerance: 0.02,
  },
  {
    card: 'emergent-abilities-debate',
    what: 'exact match over L tokens, first row',
    pattern: powerRow(0),
    compute: ({ tokens = 0, p = 0 }) => p ** tokens,
    tolerance: 0.03,
  },
  {
    card: 'emergent-abilities-debate',
    what: 'exact match over L tokens, second row',
    pattern: powerRow(1),
    compute: ({ tokens = 0, p = 0 }) => p ** tokens,
    tolerance: 0.03,
  },
  {
    card: 'emergent-abilities-debate',
    what: 'exact match over L tokens, third row',
    pattern: powerRow(2),
    compute: ({ tokens = 0, p = 0 }) => p ** tokens,
    tolerance: 0.03,
  },
  {
    card: 'emergent-abilities-debate',
    what: 'exact match over L tokens, fourth row',
    pattern: powerRow(3),
    compute: ({ tokens = 0, p = 0 }) => p ** tokens,
    tolerance: 0.03,
  },
  {
    card: 'total-vs-active-parameters',
    what: 'gigabytes of weights at 8 bits',
    pattern: /(?<total>\d+) billion weights exist.*?At (?<bits>\d) bits .*?take (?<value>\d+) GB/s,
    compute: ({ total = 0, bits = 0 }) => (total * bits) / 8,
  },
  {
    card: 'total-vs-active-parameters',
    what: 'GFLOPs a token',
    pattern:
      /uses about (?<active>\d+) billion.*?about (?<each>\d) FLOPs .*?so (?<value>\d+) GFLOPs/s,
    compute: ({ active = 0, each = 0 }) => each * active,
  },
  {
    card: 'total-vs-active-parameters',
    what: 'share of experts read by one token',
    pattern: /reads (?<chosen>\d+) of (?<experts>\d+) experts, about (?<value>\d+)%/,
    compute: ({ chosen = 0, experts = 1 }) => touched(1, chosen, experts),
    tolerance: 0.05,
  },
  {
    card: 'total-vs-active-parameters',
    what: 'share of experts touched by the smaller batch',
    pattern:
      /of (?<batch>\d+) tokens .*?− (?<chosen>\d+)\/(?<experts>\d+)\)\^\d+`, about (?<value>\d+)%/,
    compute: ({ batch = 0, chosen = 0, experts = 1 }) => touched(batch, chosen, experts),
  },
  {
    card: 'total-vs-active-parameters',
    what: 'share of experts touched by the larger batch',
    pattern:
      /− (?<chosen>\d+)\/(?<experts>\d+)\).*? and (?<batch>\d+) tokens would touch (?<value>\d+)%/,
    compute: ({ batch = 0, chosen = 0, experts = 1 }) => touched(batch, chosen, experts),
  },
  {
    card: 'total-vs-active-parameters',
    what: 'choices: weights of one expert in all MoE layers, 58 layers of 3 x 7168 x 2048',
    pattern: /One expert per GPU, about (?<value>[\d.]+)B/,
    compute: () => (58 * 3 * 7168 * 2048) / 1e9,
    tolerance: 0.03,
  },
  {
    card: 'multimodal-llm-basics',
    what: 'patches a side',
    pattern: /(?<pixels>\d+)×\d+ image with (?<patch>\d+)×\d+ patches gives (?<value>\d+) × \d+ = /,
    compute: ({ pixels = 0, patch = 1 }) => pixels / patch,
  },
  {
    card: 'multimodal-llm-basics',
    what: 'patches of the image',
    pattern:
      /(?<pixels>\d+)×\d+ image with (?<patch>\d+)×\d+ patches gives .*? = (?<value>\d+) pos/,
    compute: ({ pixels = 0, patch = 1 }) => (pixels / patch) ** 2,
  },
  {
    card: 'model-choice-and-leaderboards',
    what: 'half width of the 95 % interval of an accuracy, in points',
    pattern: /On (?<items>\d+) items, an accuracy of (?<percent>\d+)% .*?±(?<value>[\d.]+) points/,
    compute: ({ items = 1, percent = 0 }) =>
      100 * 1.96 * Math.sqrt(((percent / 100) * (1 - percent / 100)) / items),
  },
  {
    card: 'training-compute-estimate',
    what: 'training compute',
    pattern: /C {5}= 6 · (?<n>[\d.e]+) · (?<d>[\d.e]+) += (?<value>[\d.e]+) FLOPs/,
    compute: ({ n = 0, d = 0 }) => trainingFlops(n, d),
  },
  {
    card: 'training-compute-estimate',
    what: 'achieved throughput',
    pattern: /≈ (?<peak>\d+) TFLOP\/s\nreal {2}= (?<percent>\d+)% .*?≈ (?<value>[\d.e]+) FLOP\/s/,
    compute: ({ peak = 0, percent = 0 }) => peak * 1e12 * (percent / 100),
    tolerance: 0.02,
  },
  {
    card: 'training-compute-estimate',
    what: 'GPU-seconds',
    pattern: /time {2}= (?<flops>[\d.e]+) \/ (?<rate>[\d.e]+) += (?<value>[\d.e]+) GPU-seconds/,
    compute: ({ flops = 0, rate = 1 }) => flops / rate,
  },
  {
    card: 'training-compute-estimate',
    what: 'GPU-hours',
    pattern: /= (?<seconds>[\d.e]+) GPU-seconds\s+≈ (?<value>[\d,]+) GPU-hours/,
    compute: ({ seconds = 0 }) => seconds / 3600,
  },
  {
    card: 'training-compute-estimate',
    what: 'days on many GPUs',
    pattern:
      /≈ (?<hours>[\d,]+) GPU-hours.*?On (?<gpus>[\d,]+) GPUs that is about (?<value>[\d.]+) days/s,
    compute: ({ hours = 0, gpus = 1 }) => hours / gpus / 24,
  },
  {
    card: 'training-compute-estimate',
    what: 'GPU-hours of DeepSeek-V3 in millions: sum of the parts',
    pattern:
      /its (?<value>\S+)M H800 .*?of (?<a>\S+)M for .*?, (?<b>\S+)M for .*? and (?<c>\S+)M for/,
    compute: ({ a = 0, b = 0, c = 0 }) => a + b + c,
    tolerance: 0.0001,
  },
  {
    card: 'training-compute-estimate',
    what: 'choices: the right option',
    pattern: /\[x\] (?<value>[\d.e]+)\n {2}- Six .*?6 · (?<n>[\d.e]+) · (?<d>[\d.e]+\d)\./,
    compute: ({ n = 0, d = 0 }) => trainingFlops(n, d),
  },
  {
    card: 'training-compute-estimate',
    what: 'choices: forward pass only',
    pattern:
      /C {5}= 6 · (?<n>[\d.e]+) · (?<d>[\d.e]+).*?\[ \] (?<value>[\d.e]+)\n {2}- This is 2·N·D/s,
    compute: ({ n = 0, d = 0 }) => 2 * n * d,
  },
  {
    card: 'training-compute-estimate',
    what: 'choices: factor forgotten',
    pattern:
      /C {5}= 6 · (?<n>[\d.e]+) · (?<d>[\d.e]+).*?\[ \] (?<value>1[\d.e]+)\n {2}- This is N·D/s,
    compute: ({ n = 0, d = 0 }) => n * d,
  },
  {
    card: 'training-compute-estimate',
    what: 'choices: two billion tokens',
    pattern:
      /C {5}= 6 · (?<n>[\d.e]+) .*?\[ \] (?<value>[\d.e]+)\n {2}- This reads 2T as two billion/s,
    compute: ({ n = 0 }) => trainingFlops(n, 2e9),
  },
];
