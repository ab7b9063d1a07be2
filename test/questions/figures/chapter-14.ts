import type { Figure } from './figure.ts';

export const figures: readonly Figure[] = [
  {
    card: 'plan-and-execute',
    what: 'seconds of ReAct: each lookup after its own model call, then the final answer',
    pattern:
      /of (?<tool>\d+) s and a .*? of (?<call>\d+) s.*?needs (?<n>\d+) × .*?= (?<value>\d+) s/s,
    compute: ({ tool = 0, call = 0, n = 0 }) =>
      Array.from({ length: n }, () => call + tool).reduce((sum, s) => sum + s, 0) + call,
    tolerance: 0,
  },
  {
    card: 'plan-and-execute',
    what: 'seconds of a plan: plan, slowest of the parallel lookups, summary',
    pattern:
      /of (?<tool>\d+) s and a model call of (?<call>\d+) s.*?3 \+ 2 \+ 3 = (?<value>\d+) s/s,
    compute: ({ tool = 0, call = 0 }) => call + Math.max(tool, tool, tool, tool, tool) + call,
    tolerance: 0,
  },
  {
    card: 'too-many-tools',
    what: 'tokens of all definitions',
    pattern: /(?<n>\d+) tools at about (?<each>\d+) tokens are (?<value>[\d,]+) tokens/,
    compute: ({ n = 0, each = 0 }) => n * each,
    tolerance: 0,
  },
  {
    card: 'too-many-tools',
    what: 'tokens of the five loaded definitions',
    pattern:
      /tools at about (?<each>\d+) tokens.*?If five are loaded, (?<value>[\d,]+) tokens replace/s,
    compute: ({ each = 0 }) => 5 * each,
    tolerance: 0,
  },
  {
    card: 'mcp-basics',
    what: 'integrations without a protocol: each application with each system',
    pattern: /Six applications and (?<systems>\d+) systems make (?<value>\d+) integrations/,
    compute: ({ systems = 0 }) => 6 * systems,
    tolerance: 0,
  },
  {
    card: 'mcp-basics',
    what: 'implementations with a protocol: one on each side',
    pattern: /Six applications and (?<systems>\d+) systems.*?: (?<value>\d+) pieces of work/s,
    compute: ({ systems = 0 }) => 6 + systems,
    tolerance: 0,
  },
  {
    card: 'agent-memory',
    what: 'recency left after a day of hourly decay',
    pattern: /a factor of (?<rate>[\d.]+\d) an hour; after one day (?<value>[\d.]+\d) is left/,
    compute: ({ rate = 0 }) => rate ** 24,
  },
  {
    card: 'agent-memory',
    what: 'recency left after a week of hourly decay',
    pattern: /a factor of (?<rate>[\d.]+\d) an hour; .*? after a week (?<value>[\d.]+\d)\./,
    compute: ({ rate = 0 }) => rate ** (7 * 24),
  },
  {
    card: 'context-engineering',
    what: 'tokens of all tool results',
    pattern:
      /(?<calls>\d+) calls that return (?<each>[\d,]+) tokens each leave (?<value>[\d,]+) tokens/,
    compute: ({ calls = 0, each = 0 }) => calls * each,
    tolerance: 0,
  },
  {
    card: 'context-engineering',
    what: 'tokens of the last five results',
    pattern: /return (?<each>[\d,]+) tokens each .*? five results stay, (?<value>[\d,]+) remain/,
    compute: ({ each = 0 }) => 5 * each,
    tolerance: 0,
  },
  {
    card: 'agent-skills',
    what: 'tokens of all descriptions',
    pattern:
      /(?<n>\d+) skills with (?<each>\d+) tokens of description cost (?<value>[\d,]+) tokens/,
    compute: ({ n = 0, each = 0 }) => n * each,
    tolerance: 0,
  },
  {
    card: 'agent-skills',
    what: 'tokens of all instructions',
    pattern: /(?<n>\d+) skills .*?at (?<each>[\d,]+) tokens each, .*? cost (?<value>[\d,]+\d)\./,
    compute: ({ n = 0, each = 0 }) => n * each,
    tolerance: 0,
  },
  {
    card: 'reflection',
    what: 'share right in percent after a review that repairs some and spoils some',
    pattern:
      /Suppose (?<right>\d+)% .*?repairs (?<fix>\d+)% .*?spoils (?<spoil>\d+)% .*?= (?<value>\d+)%/,
    compute: ({ right = 0, fix = 0, spoil = 0 }) =>
      right + ((100 - right) * fix) / 100 - (right * spoil) / 100,
    tolerance: 0,
  },
  {
    card: 'error-recovery-and-durability',
    what: 'percent of runs in which all steps succeed',
    pattern: /(?<p>0\.\d+)\^(?<n>\d+), about (?<value>\d+)%/,
    compute: ({ p = 0, n = 0 }) => 100 * p ** n,
  },
  {
    card: 'error-recovery-and-durability',
    what: 'right option: all of 30 steps',
    pattern: /probability (?<p>0\.\d+)\. With .*?all of (?<n>\d+) .*?- \[x\] (?<value>0\.\d+)/s,
    compute: ({ p = 0, n = 0 }) => p ** n,
  },
  {
    card: 'error-recovery-and-durability',
    what: 'right option, to three digits',
    pattern: /(?<p>0\.\d+)\^(?<n>\d+) is (?<value>0\.\d+), as/,
    compute: ({ p = 0, n = 0 }) => p ** n,
    tolerance: 0.002,
  },
  {
    card: 'error-recovery-and-durability',
    what: 'wrong option: the linear lower bound',
    pattern: /- \[ \] (?<value>0\.40)\n {2}- 1 − (?<n>\d+) × (?<q>0\.\d+) is/,
    compute: ({ n = 0, q = 0 }) => 1 - n * q,
  },
  {
    card: 'error-recovery-and-durability',
    what: 'wrong option: three steps only',
    pattern: /- (?<p>0\.\d+)\^(?<n>3) is about (?<value>0\.\d+),/,
    compute: ({ p = 0, n = 0 }) => p ** n,
  },
  {
    card: 'human-in-the-loop',
    what: 'minutes a day spent on approvals',
    pattern: /(?<n>\d+) approvals a day at (?<each>\d+) s each are (?<value>\d+) minutes/,
    compute: ({ n = 0, each = 0 }) => (n * each) / 60,
    tolerance: 0,
  },
  {
    card: 'agent-cost-and-latency',
    what: 'input tokens read: turn k sends k times the tokens of a turn',
    pattern: /For (?<t>[\d,]+) tokens and (?<n>\d+) turns that is (?<value>[\d,]+) tokens/,
    compute: ({ t = 0, n = 0 }) => {
      let read = 0;
      for (let turn = 1; turn <= n; turn += 1) read += turn * t;
      return read;
    },
    tolerance: 0,
  },
  {
    card: 'agent-cost-and-latency',
    what: 'input tokens that are new',
    pattern: /For (?<t>[\d,]+) tokens and (?<n>\d+) turns .*? only (?<value>[\d,]+) of them/,
    compute: ({ t = 0, n = 0 }) => t * n,
    tolerance: 0,
  },
  {
    card: 'agent-cost-and-latency',
    what: 'new tokens in full and re-read tokens at a tenth of the price',
    pattern: /For (?<t>[\d,]+) tokens and (?<n>\d+) turns.*?the price of (?<value>[\d,]+) tokens/s,
    compute: ({ t = 0, n = 0 }) => t * n + 0.1 * ((t * n * (n + 1)) / 2 - t * n),
    tolerance: 0,
  },
  {
    card: 'agent-cost-and-latency',
    what: 'saving in percent through the cache',
    pattern:
      /that is (?<all>[\d,]+) tokens.*?price of (?<cached>[\d,]+) .*?, some (?<value>\d+)% less/s,
    compute: ({ all = 0, cached = 0 }) => 100 * (1 - cached / all),
  },
  {
    card: 'computer-use-agents',
    what: 'percent of runs in which all actions succeed',
    pattern: /(?<n>\d+) actions at (?<p>\d+)% each all succeed with only (?<value>\d+)%/,
    compute: ({ n = 0, p = 0 }) => 100 * (p / 100) ** n,
  },
  {
    card: 'training-agents-with-rl',
    what: 'percent of the tokens that are trained on',
    pattern: /with (?<own>\d+) generated and (?<tool>[\d,]+) returned tokens, (?<value>\d+)% of/,
    compute: ({ own = 0, tool = 0 }) => (100 * own) / (own + tool),
    tolerance: 0,
  },
];
