import type { Figure } from './figure.ts';

// Half width of a 95 % interval of a share, normal approximation, in percentage points.
const halfWidth = (share: number, count: number): number =>
  100 * 1.96 * Math.sqrt((share * (1 - share)) / count);

// Trials without an error needed so that the 95 % upper bound of the error rate is `rate`.
const errorFreeTrials = (rate: number): number => Math.log(0.05) / Math.log(1 - rate);

const day = 24 * 60 * 60;

// case-capacity-plan: a model like Llama 3 8B.
const kvBytes = 2 * 32 * 8 * 128 * 2;

export const figures: readonly Figure[] = [
  {
    card: 'case-enterprise-document-qa',
    what: 'millions of vectors: documents x chunks',
    pattern:
      /over (?<docs>\d+) million.*?At (?<chunks>\d+) chunks.*?are (?<value>\d+) million vec/s,
    compute: ({ docs = 0, chunks = 0 }) => docs * chunks,
    tolerance: 0,
  },
  {
    card: 'case-enterprise-document-qa',
    what: 'GB of float32 vectors',
    pattern: /are (?<m>\d+) million vectors; with (?<dim>\d+) dimensions.*?is (?<value>\d+) GB/,
    compute: ({ m = 0, dim = 0 }) => (m * 1e6 * dim * 4) / 1e9,
  },
  {
    card: 'case-enterprise-document-qa',
    what: 'GB of int8 vectors',
    pattern: /are (?<m>\d+) million vectors; with (?<dim>\d+) dimensions.*?or (?<value>\d+) GB as/,
    compute: ({ m = 0, dim = 0 }) => (m * 1e6 * dim) / 1e9,
    tolerance: 0.03,
  },
  {
    card: 'case-enterprise-document-qa',
    what: 'questions a day',
    pattern:
      /for (?<users>[\d,]+) employees.*?Five questions a user and day make (?<value>[\d,]+) /s,
    compute: ({ users = 0 }) => users * 5,
    tolerance: 0,
  },
  {
    card: 'case-enterprise-document-qa',
    what: 'questions a second on average',
    pattern: /make (?<questions>[\d,]+) a day: (?<value>[\d.]+) a second/,
    compute: ({ questions = 0 }) => questions / day,
    tolerance: 0.05,
  },
  {
    card: 'case-enterprise-document-qa',
    what: 'GB in the key point',
    pattern: /(?<m>\d+)M vectors of (?<dim>\d+) float32 dimensions take about (?<value>\d+) GB/,
    compute: ({ m = 0, dim = 0 }) => (m * 1e6 * dim * 4) / 1e9,
  },
  {
    card: 'case-enterprise-document-qa',
    what: 'seconds of the latency budget in reserve',
    pattern:
      /below (?<all>\d+) s: (?<a>[\d.]+) s for.*?, (?<b>[\d.]+) s for.*?, (?<c>\d+) s for.*?, (?<value>\d+) s in r/,
    compute: ({ all = 0, a = 0, b = 0, c = 0 }) => all - a - b - c,
    tolerance: 0.0001,
  },
  {
    card: 'case-rag-accuracy-debug',
    what: 'failures among the open questions',
    pattern:
      /days, (?<all>\d+) q.*?put (?<hidden>\d+) of.*?At (?<right>\d+) % .*?other \d+ contain about (?<value>\d+) f/s,
    compute: ({ all = 0, hidden = 0, right = 0 }) => ((all - hidden) * (100 - right)) / 100,
  },
  {
    card: 'case-rag-accuracy-debug',
    what: 'open questions',
    pattern: /days, (?<all>\d+) q.*?put (?<hidden>\d+) of.*?the other (?<value>\d+) contain/s,
    compute: ({ all = 0, hidden = 0 }) => all - hidden,
    tolerance: 0,
  },
  {
    card: 'case-rag-accuracy-debug',
    what: 'half width of the 95 % interval, points',
    pattern: /(?<share>\d+) % on (?<n>\d+) questions means ±(?<value>\d+) points/,
    compute: ({ share = 0, n = 0 }) => halfWidth(share / 100, n),
    tolerance: 0.02,
  },
  {
    card: 'case-customer-support-agent',
    what: 'audited refunds without an error for the claim',
    pattern:
      /fewer than (?<rate>[\d.]+) % wrong refunds at 95 % confidence.*?about (?<value>[\d,]+)/,
    compute: ({ rate = 0 }) => errorFreeTrials(rate / 100),
  },
  {
    card: 'case-customer-support-agent',
    what: 'days in which all audited refunds come in (six)',
    pattern: /and (?<perDay>\d+) refunds a day.*?about (?<value>[\d,]+) audited ones.*?six days/s,
    compute: ({ perDay = 0 }) => 6 * perDay,
    tolerance: 0,
  },
  {
    card: 'case-dynamic-context-assistant',
    what: 'mean context tokens a turn',
    pattern:
      /(?<a>\d+) % sm.*?(?<b>\d+) % d.*?(?<c>\d+) % a.*?takes (?<x>\S+) .*?turn (?<y>\S+) .*?rest (?<z>\S+), .*? is (?<value>\S+),/s,
    compute: ({ a = 0, b = 0, c = 0, x = 0, y = 0, z = 0 }) => (a * z + b * x + c * y) / 100,
    tolerance: 0,
  },
  {
    card: 'case-prompting-technique-selection',
    what: 'million input tokens a day',
    pattern: /(?<tickets>[\d,]+) tickets of (?<tokens>\d+) tokens are (?<value>\d+) million/,
    compute: ({ tickets = 0, tokens = 0 }) => (tickets * tokens) / 1e6,
    tolerance: 0,
  },
  {
    card: 'case-prompting-technique-selection',
    what: 'labeled tickets for each class',
    pattern:
      /into (?<classes>\d+) categories.*?(?<n>[\d,]+) tickets labeled.*?only (?<value>\d+) for/s,
    compute: ({ classes = 1, n = 0 }) => n / classes,
    tolerance: 0,
  },
  {
    card: 'case-code-assistant',
    what: 'million tokens of the repository',
    pattern:
      /a (?<lines>\d+)-million-line.*?(?<each>\d+) tokens a line.*?is (?<value>\d+) million/s,
    compute: ({ lines = 0, each = 0 }) => lines * each,
    tolerance: 0,
  },
  {
    card: 'case-code-assistant',
    what: 'dollars a day',
    pattern:
      /At \$(?<price>\d+) a task and (?<tasks>\d+) tasks a day the bill is \$(?<value>[\d,]+) a/,
    compute: ({ price = 0, tasks = 0 }) => price * tasks,
    tolerance: 0,
  },
  {
    card: 'case-code-assistant',
    what: 'dollars for a merged pull request',
    pattern:
      /At \$(?<price>\d+) a task.*?if (?<share>\d+) % are merged, that is \$(?<value>\d+) for/,
    compute: ({ price = 0, share = 1 }) => price / (share / 100),
    tolerance: 0.0001,
  },
  {
    card: 'case-contract-extraction',
    what: 'million pages a month',
    pattern:
      /(?<contracts>[\d,]+) scanned.*?At (?<pages>\d+) pages each, (?<value>[\d.]+) million/s,
    compute: ({ contracts = 0, pages = 0 }) => (contracts * pages) / 1e6,
    tolerance: 0,
  },
  {
    card: 'case-contract-extraction',
    what: 'percent of contracts without an error',
    pattern:
      /each of (?<fields>\d+) fields is right with (?<p>\d+) %.*?only (?<value>\d+) % of contr/s,
    compute: ({ fields = 0, p = 0 }) => 100 * (p / 100) ** fields,
  },
  {
    card: 'case-contract-extraction',
    what: 'contracts that five reviewers see in a month of 167 hours',
    pattern:
      /Five full-time reviewers at (?<minutes>[\d.]+) minutes.*?about (?<value>[\d,]+) a month/s,
    compute: ({ minutes = 1 }) => (5 * 167 * 60) / minutes,
  },
  {
    card: 'case-contract-extraction',
    what: 'percent of the contracts',
    pattern:
      /Extract 30 fields from (?<all>[\d,]+) .*?about (?<n>[\d,]+) a month, or (?<value>\d+) %/s,
    compute: ({ all = 1, n = 0 }) => (100 * n) / all,
    tolerance: 0,
  },
  {
    card: 'case-contract-extraction',
    what: 'contracts with an error in any of the fields',
    pattern:
      /from (?<all>[\d,]+) sc.*?each of (?<fields>\d+) fields is right with (?<p>\d+) %.*?while (?<value>[\d,]+) contain/s,
    compute: ({ all = 0, fields = 0, p = 0 }) => all * (1 - (p / 100) ** fields),
  },
  {
    card: 'case-contract-extraction',
    what: 'percent of contracts with an error in one of five critical fields',
    pattern:
      /fields is right with (?<p>\d+) %.*?five critical fields .*?leaves (?<value>[\d.]+) % faulty/,
    compute: ({ p = 0 }) => 100 * (1 - (p / 100) ** 5),
  },
  {
    card: 'case-contract-extraction',
    what: 'contracts with an error in one of five critical fields',
    pattern:
      /from (?<all>[\d,]+) sc.*?fields is right with (?<p>\d+) %.*? % faulty, (?<value>[\d,]+) contracts/s,
    compute: ({ all = 0, p = 0 }) => all * (1 - (p / 100) ** 5),
  },
  {
    card: 'case-meeting-summariser',
    what: 'hours of audio a day',
    pattern:
      /Summarize (?<n>[\d,]+) meetings.*?At (?<minutes>\d+) minutes a meeting, (?<value>[\d,]+) h/s,
    compute: ({ n = 0, minutes = 0 }) => (n * minutes) / 60,
    tolerance: 0,
  },
  {
    card: 'case-meeting-summariser',
    what: 'million tokens a day',
    pattern:
      /Summarize (?<n>[\d,]+) meetings.*?say (?<t>[\d,]+) tokens, make (?<value>\d+) million/s,
    compute: ({ n = 0, t = 0 }) => (n * t) / 1e6,
    tolerance: 0,
  },
  {
    card: 'case-meeting-summariser',
    what: 'audio hours of the 11:00 peak',
    pattern: /At (?<minutes>\d+) minutes.*?if (?<n>[\d,]+) meetings end.*?then, (?<value>\d+) a/s,
    compute: ({ minutes = 0, n = 0 }) => (n * minutes) / 60,
    tolerance: 0,
  },
  {
    card: 'case-meeting-summariser',
    what: 'times real time',
    pattern: /(?<hours>\d+) audio hours must be.*?perhaps (?<m>\d+) minutes, (?<value>[\d,]+) t/,
    compute: ({ hours = 0, m = 1 }) => (hours * 60) / m,
    tolerance: 0,
  },
  {
    card: 'case-content-moderation',
    what: 'posts a second',
    pattern: /(?<m>\d+) million a day are (?<value>\d+) posts a second/,
    compute: ({ m = 0 }) => (m * 1e6) / day,
  },
  {
    card: 'case-content-moderation',
    what: 'doubtful posts a day',
    pattern: /(?<m>\d+) million a day.*?If (?<share>\d+) % need.*?that is (?<value>[\d,]+) a/s,
    compute: ({ m = 0, share = 0 }) => (m * 1e6 * share) / 100,
    tolerance: 0,
  },
  {
    card: 'case-content-moderation',
    what: 'percent to be settled automatically',
    pattern:
      /that is (?<all>[\d,]+) a day. People can review (?<n>[\d,]+),.*?at least (?<value>[\d.]+) %/,
    compute: ({ all = 1, n = 0 }) => 100 * (1 - n / all),
    tolerance: 0.0001,
  },
  {
    card: 'case-content-moderation',
    what: 'billion tokens a day with an LLM on everything',
    pattern:
      /(?<m>\d+) million a day.*?At (?<tokens>[\d,]+) tokens .*?reads (?<value>\d+) billion/s,
    compute: ({ m = 0, tokens = 0 }) => (m * tokens) / 1000,
    tolerance: 0,
  },
  {
    card: 'case-content-moderation',
    what: 'million tokens a day on the doubtful share',
    pattern:
      /(?<m>\d+) million a day.*?At (?<tokens>[\d,]+) tokens .*?doubtful (?<share>\d+) % it reads (?<value>\d+) million/s,
    compute: ({ m = 0, tokens = 0, share = 0 }) => (m * tokens * share) / 100,
    tolerance: 0,
  },
  {
    card: 'case-llm-gateway',
    what: 'minutes of downtime in a month of 30.4 days',
    pattern: /(?<up>[\d.]+) % availability, which allows (?<value>\d+) minutes/,
    compute: ({ up = 0 }) => (1 - up / 100) * 30.4 * 24 * 60,
  },
  {
    card: 'case-llm-gateway',
    what: 'calls from nested retries',
    pattern: /(?<a>\d) × (?<b>\d) × (?<c>\d) attempts are (?<value>\d+) calls/,
    compute: ({ a = 0, b = 0, c = 0 }) => a * b * c,
    tolerance: 0,
  },
  {
    card: 'case-llm-gateway',
    what: 'open streams (Little)',
    pattern:
      /(?<rate>\d+) requests a second at peak; at (?<s>\d+) s a response (?<value>[\d,]+) st/,
    compute: ({ rate = 0, s = 0 }) => rate * s,
    tolerance: 0,
  },
  {
    card: 'case-cut-cost-60-percent',
    what: 'target in thousand dollars',
    pattern:
      /costs \$(?<bill>\d+)k a month. Cut that by (?<cut>\d+) %.*?target is \$(?<value>\d+)k/s,
    compute: ({ bill = 0, cut = 0 }) => bill * (1 - cut / 100),
    tolerance: 0,
  },
  {
    card: 'case-cut-cost-60-percent',
    what: 'bill after the prefix cache',
    pattern:
      /that (?<input>\d+) % of .*?(?<same>\d+) % of .*?input at −(?<off>\d+) .*?prefix [^|]*\|[^|]*\| (?<value>\S+)/s,
    compute: ({ input = 0, same = 0, off = 0 }) => 1 - (input * same * off) / 1e6,
  },
  {
    card: 'case-cut-cost-60-percent',
    what: 'factor of the batch endpoint',
    pattern:
      /(?<wait>\d+) % of the traffic.*?batch at −(?<off>\d+) .*?batch for[^|]*\| (?<value>\S+)/s,
    compute: ({ wait = 0, off = 0 }) => 1 - (wait * off) / 1e4,
    tolerance: 0,
  },
  {
    card: 'case-cut-cost-60-percent',
    what: 'bill after batch',
    pattern: /\| batch for[^|]*\| [\d.]+ \| (?<value>[\d.]+)/,
    compute: () => (1 - 0.7 * 0.4 * 0.9) * (1 - 0.25 * 0.5),
  },
  {
    card: 'case-cut-cost-60-percent',
    what: 'bill without retries',
    pattern: /cause (?<retries>\d+) retries.*?\| no retries[^|]*\| [\d.]+ \| (?<value>[\d.]+)/s,
    compute: ({ retries = 0 }) => ((1 - 0.7 * 0.4 * 0.9) * (1 - 0.25 * 0.5)) / (1 + retries / 100),
  },
  {
    card: 'case-cut-cost-60-percent',
    what: 'factor of routing to a model at a fifth of the price',
    pattern: /\| (?<routed>\d+) % of requests[^|]*\| (?<value>[\d.]+) \|/,
    compute: ({ routed = 0 }) => 1 - (routed / 100) * (1 - 1 / 5),
    tolerance: 0,
  },
  {
    card: 'case-cut-cost-60-percent',
    what: 'bill after all steps',
    pattern: /\| (?<routed>\d+) % of requests[^|]*\| [\d.]+ \| (?<value>[\d.]+)/,
    compute: ({ routed = 0 }) =>
      (((1 - 0.7 * 0.4 * 0.9) * (1 - 0.25 * 0.5)) / 1.15) * (1 - (routed / 100) * 0.8),
    tolerance: 0.02,
  },
  {
    card: 'case-cut-cost-60-percent',
    what: 'saving at best, percent',
    pattern: /That is −(?<value>\d+) % at best/,
    compute: () =>
      100 * (1 - (((1 - 0.7 * 0.4 * 0.9) * (1 - 0.25 * 0.5)) / 1.15) * (1 - 0.6 * 0.8)),
  },
  {
    card: 'case-cut-cost-60-percent',
    what: 'routing factor when a fifth of the routed requests is paid twice',
    pattern: /a fifth of the routed requests escalate.*?last factor is (?<value>[\d.]+)/s,
    compute: () => 0.4 + 0.6 * (1 / 5 + 0.2 * 1),
    tolerance: 0.0001,
  },
  {
    card: 'case-cut-cost-60-percent',
    what: 'saving with escalation, percent',
    pattern: /last factor is (?<factor>[\d.]+) and the total −(?<value>\d+) %/,
    compute: ({ factor = 0 }) =>
      100 * (1 - (((1 - 0.7 * 0.4 * 0.9) * (1 - 0.25 * 0.5)) / 1.15) * factor),
  },
  {
    card: 'case-latency-reduction',
    what: 'PFLOP of one prefill: 2 x parameters x tokens',
    pattern: /costs 2 × (?<params>[\de]+) × (?<tokens>[\d,]+) = (?<value>[\d.]+) PFLOP/,
    compute: ({ params = 0, tokens = 0 }) => (2 * params * tokens) / 1e15,
    tolerance: 0.001,
  },
  {
    card: 'case-latency-reduction',
    what: 'FP8 peak of two H100 (1,979 TFLOP/s dense each), PFLOP/s',
    pattern: /Two H100s peak at about (?<value>\d+) PFLOP/,
    compute: () => (2 * 1979) / 1000,
    tolerance: 0.02,
  },
  {
    card: 'case-latency-reduction',
    what: 'seconds of one prefill at 40 to 50 % of the peak (middle)',
    pattern: /= (?<flop>[\d.]+) PFLOP.*?at (?<lo>\d+) to (?<hi>\d+) % of.*?some (?<value>[\d.]+)/s,
    compute: ({ flop = 0, lo = 0, hi = 0 }) => flop / (3.958 * ((lo + hi) / 200)),
    tolerance: 0.1,
  },
  {
    card: 'case-latency-reduction',
    what: 'seconds that are not prefill',
    pattern: /assistant is (?<all>\d+) s.*?some (?<own>[\d.]+) s\. The other (?<value>[\d.]+) s/s,
    compute: ({ all = 0, own = 0 }) => all - own,
    tolerance: 0,
  },
  {
    card: 'case-latency-reduction',
    what: 'tokens left to prefill with the static part cached',
    pattern:
      /(?<all>[\d,]+)-token prompts of which (?<same>[\d,]+) .*?prefilling (?<value>[\d,]+) t/s,
    compute: ({ all = 0, same = 0 }) => all - same,
    tolerance: 0,
  },
  {
    card: 'case-latency-reduction',
    what: 'prefills a second of eight replicas',
    pattern: /some (?<own>[\d.]+) s\..*?Eight replicas .*? at most (?<value>\d+) requests a second/,
    compute: ({ own = 1 }) => 8 / own,
    tolerance: 0,
  },
  {
    card: 'case-latency-reduction',
    what: 'prefills a second with the static part cached',
    pattern:
      /(?<all>[\d,]+)-token prompts of which (?<same>[\d,]+) .*?at most (?<now>\d+) requests.*?ceiling to (?<value>\d+) a second/s,
    compute: ({ all = 0, same = 0, now = 0 }) => (now * all) / (all - same),
    tolerance: 0,
  },
  {
    card: 'case-launch-with-15-percent-hallucination',
    what: 'false answers a day',
    pattern:
      /At (?<n>[\d,]+) requests.*? (?<edge>\d+) % edge.*?(?<bad>\d+) % wrong are (?<value>\d+)/,
    compute: ({ n = 0, edge = 0, bad = 0 }) => (n * edge * bad) / 1e4,
    tolerance: 0,
  },
  {
    card: 'case-launch-with-15-percent-hallucination',
    what: 'half width of the 95 % interval, points',
    pattern: /If the (?<share>\d+) % came from (?<n>\d+) cases.*?about ±(?<value>\d+) points/,
    compute: ({ share = 0, n = 0 }) => halfWidth(share / 100, n),
  },
  {
    card: 'case-launch-with-15-percent-hallucination',
    what: 'upper end of the interval, percent',
    pattern: /If the (?<share>\d+) % came from (?<n>\d+) cases.*?may be \d+ or (?<value>\d+) %/,
    compute: ({ share = 0, n = 0 }) => share + halfWidth(share / 100, n),
  },
  {
    card: 'case-launch-with-15-percent-hallucination',
    what: 'lower end of the interval, percent',
    pattern: /If the (?<share>\d+) % came from (?<n>\d+) cases.*?may be (?<value>\d+) or/,
    compute: ({ share = 0, n = 0 }) => share - halfWidth(share / 100, n),
  },
  {
    card: 'case-launch-with-15-percent-hallucination',
    what: 'right answers a day that abstaining on edge cases gives up',
    pattern:
      /At (?<n>[\d,]+) requests.*? (?<edge>\d+) % edge.*?(?<bad>\d+) % wrong.*?up (?<value>[\d,]+) right/s,
    compute: ({ n = 0, edge = 0, bad = 0 }) => (n * edge * (100 - bad)) / 1e4,
    tolerance: 0,
  },
  {
    card: 'case-launch-with-15-percent-hallucination',
    what: 'percent of the edge answers that would have been right',
    pattern: /hallucinates in (?<bad>\d+) %.*?right ones a day \((?<value>\d+) % of/s,
    compute: ({ bad = 0 }) => 100 - bad,
    tolerance: 0,
  },
  {
    card: 'case-medical-intake-assistant',
    what: 'emergency cases without a miss for the claim',
    pattern: /a recall of (?<recall>[\d.]+) % on red flags needs about (?<value>\d+) emergency/,
    compute: ({ recall = 0 }) => errorFreeTrials(1 - recall / 100),
  },
  {
    card: 'case-text-to-sql',
    what: 'columns',
    pattern: /(?<tables>\d+) tables with (?<each>\d+) columns are (?<value>[\d,]+) columns/,
    compute: ({ tables = 0, each = 0 }) => tables * each,
    tolerance: 0,
  },
  {
    card: 'case-text-to-sql',
    what: 'million tokens of schema, low',
    pattern: /are (?<columns>[\d,]+) columns; at (?<low>\d+) to .*? that is (?<value>[\d.]+) to/,
    compute: ({ columns = 0, low = 0 }) => (columns * low) / 1e6,
    tolerance: 0.12,
  },
  {
    card: 'case-text-to-sql',
    what: 'million tokens of schema, high',
    pattern:
      /are (?<columns>[\d,]+) columns; at \d+ to (?<high>\d+) .*? to (?<value>[\d.]+) million/,
    compute: ({ columns = 0, high = 0 }) => (columns * high) / 1e6,
    tolerance: 0,
  },
  {
    card: 'case-model-migration',
    what: 'cases to write',
    pattern: /With (?<each>\d+) cases for each of the (?<n>\d+), there are (?<value>[\d,]+) cases/,
    compute: ({ each = 0, n = 0 }) => each * n,
    tolerance: 0,
  },
  {
    card: 'case-capacity-plan',
    what: 'prefill tokens a second',
    pattern: /prefill +(?<rate>\d+)\/s × (?<tokens>[\d,]+) = (?<value>[\d,]+) tokens/,
    compute: ({ rate = 0, tokens = 0 }) => rate * tokens,
    tolerance: 0,
  },
  {
    card: 'case-capacity-plan',
    what: 'decode tokens a second',
    pattern: /decode +(?<rate>\d+)\/s × (?<tokens>[\d,]+) += (?<value>[\d,]+) tokens/,
    compute: ({ rate = 0, tokens = 0 }) => rate * tokens,
    tolerance: 0,
  },
  {
    card: 'case-capacity-plan',
    what: 'PFLOP/s: 2 x parameters x tokens a second',
    pattern: /compute +2 × (?<params>[\de]+) × (?<tokens>[\d,]+) = (?<value>[\d.]+) PFLOP/,
    compute: ({ params = 0, tokens = 0 }) => (2 * params * tokens) / 1e15,
  },
  {
    card: 'case-capacity-plan',
    what: 'H100 at 50 % of the dense bf16 peak of 989 TFLOP/s',
    pattern: /-> (?<value>[\d.]+) to [\d.]+ GPUs/,
    compute: () => (2 * 8e9 * 30 * 2400) / (989e12 * 0.5),
    tolerance: 0.02,
  },
  {
    card: 'case-capacity-plan',
    what: 'H100 at 40 % of the peak',
    pattern: /-> [\d.]+ to (?<value>[\d.]+) GPUs/,
    compute: () => (2 * 8e9 * 30 * 2400) / (989e12 * 0.4),
    tolerance: 0.02,
  },
  {
    card: 'case-capacity-plan',
    what: 'requests in flight (Little)',
    pattern:
      /in flight (?<out>\d+) tokens × (?<ms>\d+) ms = \d+ s; × (?<rate>\d+)\/s = (?<value>\d+)/,
    compute: ({ out = 0, ms = 0, rate = 0 }) => ((out * ms) / 1000) * rate,
    tolerance: 0,
  },
  {
    card: 'case-capacity-plan',
    what: 'KiB of KV a token in bf16',
    pattern:
      /KV\/token +2 × (?<layers>\d+) .*? (?<heads>\d+) heads × (?<dim>\d+) × .*?= (?<value>\d+) KiB/,
    compute: ({ layers = 0, heads = 0, dim = 0 }) => (2 * layers * heads * dim * 2) / 1024,
    tolerance: 0,
  },
  {
    card: 'case-capacity-plan',
    what: 'GiB of KV in flight, bf16',
    pattern: /KV total +(?<n>\d+) × (?<tokens>[\d,]+) × 128 KiB = (?<value>\d+) GiB/,
    compute: ({ n = 0, tokens = 0 }) => (n * tokens * kvBytes) / 1024 ** 3,
  },
  {
    card: 'case-capacity-plan',
    what: 'GiB of KV in flight, FP8',
    pattern: /KV total +(?<n>\d+) × (?<tokens>[\d,]+) × 128 KiB = \d+ GiB \(FP8: (?<value>\d+)\)/,
    compute: ({ n = 0, tokens = 0 }) => (n * tokens * kvBytes) / 2 / 1024 ** 3,
  },
  {
    card: 'case-capacity-plan',
    what: 'the right option: rate x time',
    pattern: /\[x\] (?<value>\d+), the arrival rate/,
    compute: () => 30 * 12,
    tolerance: 0,
  },
  {
    card: 'case-capacity-plan',
    what: 'GB of FP8 KV on each of three GPUs',
    pattern: /KV total +(?<n>\d+) × (?<tokens>[\d,]+) .*?step +\(8 \+ (?<value>\d+)\) GB/s,
    compute: ({ n = 0, tokens = 0 }) => (n * tokens * kvBytes) / 2 / 1e9 / 3,
  },
  {
    card: 'case-capacity-plan',
    what: 'milliseconds to read weights and KV once',
    pattern: /step +\((?<w>\d+) \+ (?<kv>\d+)\) GB \/ (?<tb>[\d.]+) TB\/s = (?<value>\d+) ms/,
    compute: ({ w = 0, kv = 0, tb = 1 }) => (w + kv) / tb,
  },
  {
    card: 'case-capacity-plan',
    what: 'percent of three GPUs in use at 50 % of the peak',
    pattern: /the peak, at (?<value>\d+) to \d+ %/,
    compute: () => (100 * 2 * 8e9 * 30 * 2400) / (3 * 989e12 * 0.5),
  },
  {
    card: 'case-capacity-plan',
    what: 'percent of three GPUs in use at 40 % of the peak',
    pattern: /the peak, at \d+ to (?<value>\d+) %/,
    compute: () => (100 * 2 * 8e9 * 30 * 2400) / (3 * 989e12 * 0.4),
  },
  {
    card: 'case-realtime-voice-assistant',
    what: 'sum of the latency budget, ms',
    pattern:
      /(?<a>\d+) ms to.*?(?<b>\d+) ms.*?(?<c>\d+) ms.*?(?<d>\d+) ms.*?(?<e>\d+) ms of n.*?sum (?<value>\d+) ms/s,
    compute: ({ a = 0, b = 0, c = 0, d = 0, e = 0 }) => a + b + c + d + e,
    tolerance: 0,
  },
  {
    card: 'case-multilingual-quality-gap',
    what: 'English tokens worth of an 8,000-token context at twice the tokens',
    pattern: /an (?<window>[\d,]+)-token context holds what (?<value>[\d,]+) would/,
    compute: ({ window = 0 }) => window / 2,
    tolerance: 0,
  },
  {
    card: 'case-multilingual-quality-gap',
    what: 'half width of the 95 % interval on the diagnosis set, points',
    pattern: /At (?<share>\d+) % correct, (?<n>\d+) questions give ±(?<value>\d+) points/,
    compute: ({ share = 0, n = 0 }) => halfWidth(share / 100, n),
  },
  {
    card: 'case-multilingual-quality-gap',
    what: 'half width of the 95 % interval on the release set, points',
    pattern: /At (?<share>\d+) % correct, .*? about (?<n>\d+) for each language \(±(?<value>\d+)\)/,
    compute: ({ share = 0, n = 0 }) => halfWidth(share / 100, n),
  },
];
