import type { Figure } from './figure.ts';

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** Mean of a group of `n` rewards, `ones` of which are 1 and the others 0. */
const groupMean = (ones: number, n: number): number => ones / n;

/** Population standard deviation of the same group. */
const groupStd = (ones: number, n: number): number => {
  const mean = groupMean(ones, n);
  return Math.sqrt((ones * (1 - mean) ** 2 + (n - ones) * mean ** 2) / n);
};

const clippedTerm = (advantage: number, ratio: number): number =>
  Math.min(ratio * advantage, Math.min(Math.max(ratio, 0.8), 1.2) * advantage);

const bestOfNKl = (n: number): number => Math.log(n) - (n - 1) / n;

export const figures: readonly Figure[] = [
  {
    card: 'rlhf-pipeline',
    what: 'memory of a trained 7B model, GB',
    pattern: /For (?<params>\d)B each, at (?<bytes>\d+) bytes .*Policy \| yes \| (?<value>\d+) GB/s,
    compute: ({ params = 0, bytes = 0 }) => params * bytes,
    tolerance: 0,
  },
  {
    card: 'rlhf-pipeline',
    what: 'memory of a frozen 7B model, GB',
    pattern:
      /For (?<params>\d)B each.*and (?<bytes>\d) bytes .*Reference \| no \| (?<value>\d+) GB/s,
    compute: ({ params = 0, bytes = 0 }) => params * bytes,
    tolerance: 0,
  },
  {
    card: 'rlhf-pipeline',
    what: 'four models together, GB',
    pattern: /For (?<params>\d)B each.*That is (?<value>\d+) GB/s,
    compute: ({ params = 0 }) => params * (16 + 16 + 2 + 2),
    tolerance: 0,
  },
  {
    card: 'bradley-terry-reward-model',
    what: 'preference probability',
    pattern: /With scores (?<w>[\d.]+) and (?<l>[\d.]+) .*? σ\(1\) = (?<value>[\d.]+\d)/,
    compute: ({ w = 0, l = 0 }) => sigmoid(w - l),
  },
  {
    card: 'bradley-terry-reward-model',
    what: 'loss',
    pattern: /With scores (?<w>[\d.]+) and (?<l>[\d.]+) .* the loss (?<value>[\d.]+\d)\./,
    compute: ({ w = 0, l = 0 }) => -Math.log(sigmoid(w - l)),
    tolerance: 0.02,
  },
  {
    card: 'bradley-terry-reward-model',
    what: 'pairs of nine answers',
    pattern: /had 4 to (?<k>\d) answers ranked.*Nine answers give (?<value>\d+) pairs/,
    compute: ({ k = 0 }) => (k * (k - 1)) / 2,
    tolerance: 0,
  },
  {
    card: 'bradley-terry-reward-model',
    what: 'choice: probability to three places',
    pattern: /σ\((?<w>[\d.]+) − (?<l>[\d.]+)\) = .* = (?<value>[\d.]+\d)\./,
    compute: ({ w = 0, l = 0 }) => sigmoid(w - l),
    tolerance: 0.001,
  },
  {
    card: 'ppo-clipped-objective',
    what: 'A = +1, ratio 1.5',
    pattern: /\| \+1 \| (?<ratio>1\.5) \| (?<value>[\d.]+),/,
    compute: ({ ratio = 0 }) => clippedTerm(1, ratio),
  },
  {
    card: 'ppo-clipped-objective',
    what: 'A = +1, ratio 0.5',
    pattern: /\| \+1 \| (?<ratio>0\.5) \| (?<value>[\d.]+) /,
    compute: ({ ratio = 0 }) => clippedTerm(1, ratio),
  },
  {
    card: 'ppo-clipped-objective',
    what: 'A = -1, ratio 1.5: size of the negative term',
    pattern: /\| −1 \| (?<ratio>1\.5) \| −(?<value>[\d.]+) /,
    compute: ({ ratio = 0 }) => -clippedTerm(-1, ratio),
  },
  {
    card: 'ppo-clipped-objective',
    what: 'A = -1, ratio 0.5: size of the negative term',
    pattern: /\| −1 \| (?<ratio>0\.5) \| −(?<value>[\d.]+),/,
    compute: ({ ratio = 0 }) => -clippedTerm(-1, ratio),
  },
  {
    card: 'kl-penalty',
    what: 'k3 estimate',
    pattern: /For u = (?<u>[\d.]+) it gives (?<value>[\d.]+\d)\./,
    compute: ({ u = 1 }) => u - Math.log(u) - 1,
    tolerance: 0.02,
  },
  {
    card: 'dpo-loss-and-derivation',
    what: 'scaled margin',
    pattern:
      /gained (?<up>[\d.]+) nat.*lost (?<down>[\d.]+), then β · [\d.]+ = (?<value>[\d.]+\d) and/,
    compute: ({ up = 0, down = 0 }) => 0.1 * (up - -down),
  },
  {
    card: 'dpo-loss-and-derivation',
    what: 'loss of the example',
    pattern: /gained (?<up>[\d.]+) nat.*has lost (?<down>[\d.]+), .*the loss is (?<value>[\d.]+),/,
    compute: ({ up = 0, down = 0 }) => -Math.log(sigmoid(0.1 * (up + down))),
  },
  {
    card: 'dpo-loss-and-derivation',
    what: 'loss at the start',
    pattern: /against (?<value>[\d.]+) at the start/,
    compute: () => -Math.log(sigmoid(0)),
  },
  {
    card: 'dpo-failure-modes',
    what: 'implicit reward of the chosen answer (size)',
    pattern: /β = (?<beta>0\.1).*sen \| −(?<start>\d+) \| −(?<later>\d+) \| −(?<value>\S+)/s,
    compute: ({ beta = 0, start = 0, later = 0 }) => beta * (later - start),
  },
  {
    card: 'dpo-failure-modes',
    what: 'implicit reward of the rejected answer (size)',
    pattern: /β = (?<beta>0\.1).*ted \| −(?<start>\d+) \| −(?<later>\d+) \| −(?<value>\S+)/s,
    compute: ({ beta = 0, start = 0, later = 0 }) => beta * (later - start),
  },
  {
    card: 'dpo-failure-modes',
    what: 'margin',
    pattern: /−55 \| −(?<w>[\d.]+) .*−80 \| −(?<l>[\d.]+) .*margin is \+(?<value>[\d.]+)/s,
    compute: ({ w = 0, l = 0 }) => -w - -l,
  },
  {
    card: 'grpo',
    what: 'group mean',
    pattern: /have mean (?<value>[\d.]+) and/,
    compute: () => groupMean(2, 8),
  },
  {
    card: 'grpo',
    what: 'group standard deviation',
    pattern: /standard deviation (?<value>[\d.]+\d)\./,
    compute: () => groupStd(2, 8),
  },
  {
    card: 'grpo',
    what: 'advantage of a correct answer',
    pattern: /correct ones get \+(?<value>[\d.]+\d),/,
    compute: () => (1 - groupMean(2, 8)) / groupStd(2, 8),
  },
  {
    card: 'grpo',
    what: 'advantage of a wrong answer (size)',
    pattern: /the others −(?<value>[\d.]+\d)\./,
    compute: () => groupMean(2, 8) / groupStd(2, 8),
  },
  {
    card: 'grpo',
    what: 'critic of 7B, GB',
    pattern: /about (?<value>\d+) GB for (?<params>\d)B at (?<bytes>\d+) bytes/,
    compute: ({ params = 0, bytes = 0 }) => params * bytes,
    tolerance: 0,
  },
  {
    card: 'grpo-fixes',
    what: 'advantage with one of eight correct',
    pattern: /correct answer's [\d.]+ becomes (?<value>[\d.]+\d);/,
    compute: () => (1 - groupMean(1, 8)) / groupStd(1, 8),
  },
  {
    card: 'grpo-fixes',
    what: 'advantage with four of eight correct',
    pattern: /with four of eight, [\d.]+ becomes only (?<value>[\d.]+\d)\./,
    compute: () => (1 - groupMean(4, 8)) / groupStd(4, 8),
  },
  {
    card: 'grpo-fixes',
    what: 'unscaled advantage with one of eight correct',
    pattern: /correct answer's (?<value>[\d.]+) becomes/,
    compute: () => 1 - groupMean(1, 8),
    tolerance: 0,
  },
  {
    card: 'grpo-fixes',
    what: 'unscaled advantage with four of eight correct',
    pattern: /with four of eight, (?<value>[\d.]+) becomes/,
    compute: () => 1 - groupMean(4, 8),
    tolerance: 0,
  },
  {
    card: 'rloo-and-reinforce',
    what: 'advantage of the answer with reward 1',
    pattern: /With rewards (?<a>\d), (?<b>\d), (?<c>\d), (?<d>\d) .*? gets (?<value>[\d.]+) and/,
    compute: ({ a = 0, b = 0, c = 0, d = 0 }) => (4 / 3) * (a - (a + b + c + d) / 4),
  },
  {
    card: 'rloo-and-reinforce',
    what: 'advantage of the others (size)',
    pattern:
      /With rewards (?<a>\d), (?<b>\d), (?<c>\d), (?<d>\d) .*the others −(?<value>[\d.]+\d)\./,
    compute: ({ a = 0, b = 0, c = 0, d = 0 }) => (a + c + d) / 3 - b,
    tolerance: 0.02,
  },
  {
    card: 'preference-data-quality',
    what: "Cohen's kappa at balanced marginals",
    pattern: /agree on (?<percent>\d+)% of pairs.*Cohen's κ is (?<value>[\d.]+),/,
    compute: ({ percent = 0 }) => (percent / 100 - 0.5) / (1 - 0.5),
  },
  {
    card: 'alignment-tax-and-over-refusal',
    what: 'points of helpfulness lost',
    pattern: /rose from (?<before>\d+)% to (?<after>\d+)%, the model paid (?<value>\d+) points/,
    compute: ({ before = 0, after = 0 }) => after - before,
    tolerance: 0,
  },
  {
    card: 'alignment-tax-and-over-refusal',
    what: 'points of safety gained',
    pattern: /fell from (?<before>\d+)% to (?<after>\d+)% while.*for (?<value>\d+) of safety/,
    compute: ({ before = 0, after = 0 }) => before - after,
    tolerance: 0,
  },
  {
    card: 'sycophancy',
    what: 'flip rate, percent',
    pattern: /If (?<flips>\d+) of (?<n>\d+) correct answers.*flip rate is (?<value>\d+)%/,
    compute: ({ flips = 0, n = 1 }) => (100 * flips) / n,
    tolerance: 0,
  },
  {
    card: 'best-of-n-and-rejection-sampling',
    what: 'probability that at least one of n is acceptable',
    pattern: /with probability (?<p>[\d.]+), one of (?<n>\d+) is with (?<value>[\d.]+\d),/,
    compute: ({ p = 0, n = 0 }) => 1 - (1 - p) ** n,
  },
  {
    card: 'best-of-n-and-rejection-sampling',
    what: 'KL bound, n = 16',
    pattern: /n = (?<n>16): (?<value>[\d.]+) nats/,
    compute: ({ n = 1 }) => bestOfNKl(n),
  },
  {
    card: 'best-of-n-and-rejection-sampling',
    what: 'KL bound, n = 64',
    pattern: /n = (?<n>64): (?<value>[\d.]+) nats/,
    compute: ({ n = 1 }) => bestOfNKl(n),
  },
  {
    card: 'best-of-n-and-rejection-sampling',
    what: 'choice: KL bound',
    pattern: /between best-of-(?<n>\d+) and.*\[x\] (?<value>[\d.]+) nats/s,
    compute: ({ n = 1 }) => bestOfNKl(n),
  },
  {
    card: 'best-of-n-and-rejection-sampling',
    what: 'choice: the wrong option that keeps the logarithm alone',
    pattern: /\[ \] (?<value>2\.77) nats\n +- This is ln (?<n>\d+)/,
    compute: ({ n = 1 }) => Math.log(n),
  },
  {
    card: 'rubric-and-judge-rewards',
    what: 'weighted share of criteria met',
    pattern:
      /ication \((?<a>\d)\).*ication \((?<b>\d)\).*step \((?<c>\d)\).* = (?<value>[\d.]+\d)\./,
    compute: ({ a = 0, b = 0, c = 0 }) => (a + c) / (a + b + c),
  },
  {
    card: 'rl-systems',
    what: 'busy share of the sampling slots, percent',
    pattern:
      /take (?<mean>\d+) s on average and the slowest (?<slowest>\d+) s, .* busy (?<value>\d+)% of/,
    compute: ({ mean = 0, slowest = 1 }) => (100 * mean) / slowest,
    tolerance: 0.03,
  },
];
