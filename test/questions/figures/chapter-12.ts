import type { Figure } from './figure.ts';

export const figures: readonly Figure[] = [
  {
    card: 'control-levels',
    what: 'errors left in percent after grounding removes half',
    pattern: /Suppose (?<raw>\d+)% of raw .*? half of the errors, (?<value>\d+)% remain/,
    compute: ({ raw = 0 }) => raw / 2,
  },
  {
    card: 'control-levels',
    what: 'errors left in percent after the check',
    pattern: /, (?<left>\d+)% remain; .*? stops (?<caught>\d+)% of those, (?<value>\d+)% get/,
    compute: ({ left = 0, caught = 0 }) => left * (1 - caught / 100),
  },
  {
    card: 'chain-of-verification',
    what: 'calls: draft, plan, one a question, revision',
    pattern: /With (?<n>\d+) questions that makes (?<value>\d+) calls/,
    compute: ({ n = 0 }) => 1 + 1 + n + 1,
    tolerance: 0,
  },
  {
    card: 'sampling-consistency-checks',
    what: 'majority of five independent votes',
    pattern: /right with probability (?<p>[\d.]+) .*?vote is right with (?<value>[\d.]+\d)\./,
    compute: ({ p = 0 }) => p ** 5 + 5 * p ** 4 * (1 - p) + 10 * p ** 3 * (1 - p) ** 2,
  },
  {
    card: 'sampling-consistency-checks',
    what: 'majority of five independent votes, weaker model',
    pattern: /At (?<p>[\d.]+) it falls to (?<value>[\d.]+\d):/,
    compute: ({ p = 0 }) => p ** 5 + 5 * p ** 4 * (1 - p) + 10 * p ** 3 * (1 - p) ** 2,
  },
  {
    card: 'semantic-entropy',
    what: 'entropy in nats of clusters of 5, 3 and 2 of ten answers',
    pattern: /five say Lyon, three Paris, two Nice.*?H = (?<value>[\d.]+\d) nats/,
    compute: () => -[5, 3, 2].reduce((sum, n) => sum + (n / 10) * Math.log(n / 10), 0),
    tolerance: 0.002,
  },
  {
    card: 'semantic-entropy',
    what: 'ln 2 of a wrong option',
    pattern: /ln 2, about (?<value>[\d.]+\d) nats/,
    compute: () => -2 * 0.5 * Math.log(0.5),
    tolerance: 0.005,
  },
  {
    card: 'logprobs-and-verbalised-confidence',
    what: 'probability of a sequence',
    pattern: /answer of (?<n>\d+) tokens at (?<p>[\d.]+\d) each scores (?<value>[\d.]+\d),/,
    compute: ({ n = 0, p = 0 }) => p ** n,
  },
  {
    card: 'groundedness-detectors',
    what: 'share in percent of perfect answers with at least one false alarm',
    pattern: /a (?<fpr>\d+)% false .*? and (?<n>\d+) independent claims, (?<value>\d+)% of perfect/,
    compute: ({ fpr = 0, n = 0 }) => (1 - (1 - fpr / 100) ** n) * 100,
  },
  {
    card: 'factscore-and-long-form',
    what: 'precision of system A',
    pattern: /A +(?<ok>\d+) \/ (?<all>\d+) +(?<value>[\d.]+) /,
    compute: ({ ok = 0, all = 1 }) => ok / all,
  },
  {
    card: 'factscore-and-long-form',
    what: 'recall of system A',
    pattern: /K = (?<k>\d+).*?System A +(?<ok>\d+) \/ \d+ +[\d.]+ +(?<value>[\d.]+) /s,
    compute: ({ k = 1, ok = 0 }) => Math.min(ok / k, 1),
  },
  {
    card: 'factscore-and-long-form',
    what: 'F1@K of system A',
    pattern: /K = (?<k>\d+).*? A +(?<ok>\d+) \/ (?<all>\d+) +[\d.]+ +[\d.]+ +(?<value>[\d.]+)/s,
    compute: ({ k = 1, ok = 0, all = 1 }) => {
      const [precision, recall] = [ok / all, Math.min(ok / k, 1)];
      return (2 * precision * recall) / (precision + recall);
    },
  },
  {
    card: 'factscore-and-long-form',
    what: 'recall of system B',
    pattern: /K = (?<k>\d+).*?System B +(?<ok>\d+) \/ \d+ +[\d.]+ +(?<value>[\d.]+) /s,
    compute: ({ k = 1, ok = 0 }) => Math.min(ok / k, 1),
  },
  {
    card: 'factscore-and-long-form',
    what: 'F1@K of system B',
    pattern: /K = (?<k>\d+).*? B +(?<ok>\d+) \/ (?<all>\d+) +[\d.]+ +[\d.]+ +(?<value>[\d.]+)/s,
    compute: ({ k = 1, ok = 0, all = 1 }) => {
      const [precision, recall] = [ok / all, Math.min(ok / k, 1)];
      return (2 * precision * recall) / (precision + recall);
    },
  },
  {
    card: 'decoding-time-methods',
    what: 'weight of the document value at alpha 1: p(with)^2 / p(without)',
    pattern: /probability (?<a>[\d.]+) with context and (?<b>[\d.]+) .*? = (?<value>[\d.]+) and/,
    compute: ({ a = 0, b = 1 }) => a ** 2 / b,
  },
  {
    card: 'decoding-time-methods',
    what: 'weight of the remembered value at alpha 1',
    pattern: /remembered value (?<c>[\d.]+) and (?<d>[\d.]+\d), .* = (?<value>[\d.]+\d)\. /,
    compute: ({ c = 0, d = 1 }) => c ** 2 / d,
  },
  {
    card: 'decoding-time-methods',
    what: 'probability of the document value after the contrast, computed from log-probabilities',
    pattern: /has probability (?<a>\S+) .*? and (?<b>\S+) without, .*now has (?<value>\S+\d)\./,
    compute: ({ a = 0, b = 0 }) => {
      const document = Math.exp(2 * Math.log(a) - Math.log(b));
      const memory = Math.exp(2 * Math.log(1 - a) - Math.log(1 - b));
      return document / (document + memory);
    },
  },
  {
    card: 'abstention-and-risk-coverage',
    what: 'threshold c / (1 + c)',
    pattern: /For c = (?<c>\d+) the threshold is (?<value>[\d.]+\d)\./,
    compute: ({ c = 0 }) => c / (1 + c),
  },
  {
    card: 'abstention-and-risk-coverage',
    what: 'penalty t / (1 - t)',
    pattern: /for t = (?<t>[\d.]+\d) that is (?<value>\d+) points/,
    compute: ({ t = 0 }) => t / (1 - t),
  },
  {
    card: 'abstention-and-risk-coverage',
    what: 'right option: root of p - c(1 - p)',
    pattern: /wrong answer costs (?<c>\d+) points.*?\[x\] (?<value>[\d.]+)/s,
    compute: ({ c = 0 }) => {
      let [low, high] = [0, 1];
      for (let step = 0; step < 50; step += 1) {
        const p = (low + high) / 2;
        if (p - c * (1 - p) > 0) {
          high = p;
        } else {
          low = p;
        }
      }
      return high;
    },
  },
  {
    card: 'package-hallucination',
    what: 'chance in percent of at least one invented name in ten',
    pattern: /If ten suggestions .*? at (?<p>[\d.]+)% the chance .*? is (?<value>\d+)%/,
    compute: ({ p = 0 }) => (1 - (1 - p / 100) ** 10) * 100,
  },
  {
    card: 'summarisation-faithfulness',
    what: 'upper 95% bound in percent with no fault in n: (1 - p)^n = 0.05',
    pattern: /Take (?<n>\d+) summaries.*?up to about (?<value>\d+)% \((?<level>\d+)% confidence/s,
    compute: ({ n = 1, level = 0 }) => (1 - (1 - level / 100) ** (1 / n)) * 100,
    tolerance: 0.03,
  },
  {
    card: 'summarisation-faithfulness',
    what: 'upper 95% bound in percent with a larger clean sample',
    pattern: /about (?<n>\d+) clean summaries bound the rate at (?<value>\d+)%/,
    compute: ({ n = 1 }) => (1 - 0.05 ** (1 / n)) * 100,
  },
  {
    card: 'conformal-factuality',
    what: 'rank of the calibration threshold',
    pattern: /With n = (?<n>\d+) and α = (?<alpha>[\d.]+) this is rank (?<value>\d+)/,
    compute: ({ n = 0, alpha = 0 }) => Math.ceil((n + 1) * (1 - alpha)),
    tolerance: 0,
  },
  {
    card: 'production-monitoring',
    what: 'share in percent of all answers that is flagged',
    pattern:
      /Suppose (?<base>\d+)% .*?catches (?<tpr>\d+)% .*?flags (?<fpr>\d+)% .*?flags (?<value>\d+)%/,
    compute: ({ base = 0, tpr = 0, fpr = 0 }) => (base * tpr + (100 - base) * fpr) / 100,
  },
  {
    card: 'production-monitoring',
    what: 'precision of the flags in percent (Bayes)',
    pattern:
      /Suppose (?<base>\d+)% .*?catches (?<tpr>\d+)% .*?flags (?<fpr>\d+)% .*?only (?<value>\d+)%/,
    compute: ({ base = 0, tpr = 0, fpr = 0 }) =>
      (100 * base * tpr) / (base * tpr + (100 - base) * fpr),
  },
];
