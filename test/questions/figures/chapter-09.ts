import type { Figure } from './figure.ts';

const loraParams = (rank: number, width: number, mlp: number, kv: number): number =>
  2 * rank * (width + width) + 2 * rank * (width + kv) + 3 * rank * (width + mlp);

// Llama-3.1-8B: weights of the linear layers, and of the embedding plus the output head.
const linear = 32 * (2 * 4096 * 4096 + 2 * 4096 * 1024 + 3 * 4096 * 14336);
const embeddings = 2 * 128256 * 4096;

// Bits a weight in QLoRA: 4, an 8-bit constant per 64 weights, an fp32 constant per 256 of those.
const nf4Bits = 4 + 8 / 64 + 32 / (64 * 256);

export const figures: readonly Figure[] = [
  {
    card: 'sft-definition-and-loss',
    what: 'mean negative log-likelihood of three tokens, in nats',
    pattern:
      /probabilities (?<a>[\d.]+), (?<b>[\d.]+) and (?<c>[\d.]+), .*? loss is (?<value>[\d.]+)/,
    compute: ({ a = 0, b = 0, c = 0 }) => -(Math.log(a) + Math.log(b) + Math.log(c)) / 3,
  },
  {
    card: 'prompt-vs-rag-vs-finetune',
    what: 'choice: tokens of the whole catalog, millions',
    pattern:
      /has (?<items>[\d,]+) items.*At (?<tokens>\d+) tokens an item that is (?<value>\d+) million/s,
    compute: ({ items = 0, tokens = 0 }) => (items * tokens) / 1e6,
    tolerance: 0,
  },
  {
    card: 'lora-mechanics',
    what: 'parameters of one LoRA pair: r (d_in + d_out)',
    pattern: /a (?<out>\d+) × (?<in>\d+) matrix and r = (?<r>\d+) that is (?<value>[\d,]+)/,
    compute: ({ out = 0, in: input = 0, r = 0 }) => r * (input + out),
    tolerance: 0,
  },
  {
    card: 'lora-mechanics',
    what: 'parameters of the full matrix',
    pattern: /a (?<out>\d+) × (?<in>\d+) matrix.*?instead of (?<value>[\d,]*\d)/s,
    compute: ({ out = 0, in: input = 0 }) => input * out,
    tolerance: 0,
  },
  {
    card: 'lora-mechanics',
    what: 'full matrix over LoRA pair',
    pattern: /a (?<out>\d+) × (?<in>\d+) matrix and r = (?<r>\d+).*?a factor of (?<value>\d+)/s,
    compute: ({ out = 0, in: input = 0, r = 0 }) => (input * out) / (r * (input + out)),
    tolerance: 0,
  },
  {
    card: 'lora-parameter-count',
    what: 'q and o',
    pattern: /q, o +(?<r>\d+) × \((?<in>\d+) \+ +(?<out>\d+)\) = +(?<value>[\d,]+) each/,
    compute: ({ r = 0, in: input = 0, out = 0 }) => r * (input + out),
    tolerance: 0,
  },
  {
    card: 'lora-parameter-count',
    what: 'k and v',
    pattern: /k, v +(?<r>\d+) × \((?<in>\d+) \+ +(?<out>\d+)\) = +(?<value>[\d,]+) each/,
    compute: ({ r = 0, in: input = 0, out = 0 }) => r * (input + out),
    tolerance: 0,
  },
  {
    card: 'lora-parameter-count',
    what: 'gate, up and down',
    pattern: /gate, up, down +(?<r>\d+) × \((?<in>\d+) \+ (?<out>\d+)\) = (?<value>[\d,]+) each/,
    compute: ({ r = 0, in: input = 0, out = 0 }) => r * (input + out),
    tolerance: 0,
  },
  {
    card: 'lora-parameter-count',
    what: 'one layer',
    pattern: /hidden size (?<width>\d+), MLP size (?<mlp>\d+).*one layer +(?<value>[\d,]+)/s,
    compute: ({ width = 0, mlp = 0 }) => loraParams(16, width, mlp, 1024),
    tolerance: 0,
  },
  {
    card: 'lora-parameter-count',
    what: 'all layers',
    pattern: /(?<layers>\d+) layers +(?<value>[\d,]+)/,
    compute: ({ layers = 0 }) => layers * loraParams(16, 4096, 14336, 1024),
    tolerance: 0,
  },
  {
    card: 'lora-parameter-count',
    what: 'width of k_proj and v_proj',
    pattern: /(?<heads>\d+) key-value heads of (?<dim>\d+) .*only (?<value>\d+) wide/,
    compute: ({ heads = 0, dim = 0 }) => heads * dim,
    tolerance: 0,
  },
  {
    card: 'lora-parameter-count',
    what: 'share of the model, percent',
    pattern: /or (?<value>[\d.]+)% of (?<total>[\d.]+) billion/,
    compute: ({ total = 0 }) => (100 * 32 * loraParams(16, 4096, 14336, 1024)) / (total * 1e9),
  },
  {
    card: 'lora-parameter-count',
    what: 'adapter file in bf16, MB',
    pattern: /bf16 takes about (?<value>\d+) MB/,
    compute: () => (2 * 32 * loraParams(16, 4096, 14336, 1024)) / 1e6,
  },
  {
    card: 'lora-parameter-count',
    what: 'Adam moments in fp32, MB',
    pattern: /Adam moments about (?<value>\d+) MB/,
    compute: () => (8 * 32 * loraParams(16, 4096, 14336, 1024)) / 1e6,
  },
  {
    card: 'lora-parameter-count',
    what: 'Adam moments of full tuning, GB',
    pattern: /(?<total>[\d.]+) billion.*would take about (?<value>\d+) GB/s,
    compute: ({ total = 0 }) => 8 * total,
  },
  {
    card: 'lora-parameter-count',
    what: 'only q and v',
    pattern: /the count drops to (?<value>[\d,]*\d)/,
    compute: () => 32 * 16 * (4096 + 4096 + 4096 + 1024),
    tolerance: 0,
  },
  {
    card: 'lora-parameter-count',
    what: 'rank 64, millions',
    pattern: /so r = (?<r>\d+) on all layers gives about (?<value>\d+) million/,
    compute: ({ r = 0 }) => (32 * loraParams(r, 4096, 14336, 1024)) / 1e6,
  },
  {
    card: 'lora-parameter-count',
    what: '70B over 8B adapter, same rank',
    pattern: /About (?<value>\d) times: width doubles, layers go from (?<few>\d+) to (?<many>\d+)/,
    compute: ({ few = 0, many = 0 }) =>
      (many * loraParams(16, 8192, 28672, 1024)) / (few * loraParams(16, 4096, 14336, 1024)),
    tolerance: 0.03,
  },
  {
    card: 'qlora-vs-lora',
    what: 'bits a weight for fp32 block constants',
    pattern: /Each block of (?<block>\d+) weights.*?that costs (?<value>[\d.]+) bit/s,
    compute: ({ block = 1 }) => 32 / block,
  },
  {
    card: 'qlora-vs-lora',
    what: 'bits a weight after double quantization',
    pattern: /lowers it to (?<value>[\d.]+) bit/,
    compute: () => nf4Bits - 4,
  },
  {
    card: 'qlora-vs-lora',
    what: 'bits saved',
    pattern: /a saving of about (?<value>[\d.]+) bit/,
    compute: () => 32 / 64 - (nf4Bits - 4),
  },
  {
    card: 'qlora-vs-lora',
    what: '65B model in GB',
    pattern: /a (?<params>\d+)B model, about (?<value>\d+) GB at (?<bits>[\d.]+) bits/,
    compute: ({ params = 0, bits = 0 }) => (params * bits) / 8,
    tolerance: 0.02,
  },
  {
    card: 'lora-variants',
    what: 'scale alpha / r at high rank',
    pattern:
      /rank (?<low>\d+) to (?<high>\d+) at α = (?<alpha>\d+), .* from 1 to (?<value>[\d.]+\d)/,
    compute: ({ high = 1, alpha = 0 }) => alpha / high,
  },
  {
    card: 'lora-variants',
    what: 'scale alpha / sqrt(r), low over high rank',
    pattern: /rank (?<low>\d+) to (?<high>\d+) at α = (?<alpha>\d+).*only from (?<value>\d+) to 1/,
    compute: ({ low = 1, high = 1, alpha = 0 }) =>
      alpha / Math.sqrt(low) / (alpha / Math.sqrt(high)),
  },
  {
    card: 'finetune-memory-estimate',
    what: 'full tuning, lower sum, GB',
    pattern: /\| (?<value>\d+)-\d+ GB \|\n\| LoRA/,
    compute: () => 8 * (2 + 4 + 2 + 8),
  },
  {
    card: 'finetune-memory-estimate',
    what: 'full tuning, upper sum, GB',
    pattern: /\| \d+-(?<value>\d+) GB \|\n\| LoRA/,
    compute: () => 8 * (2 + 4 + 4 + 8),
  },
  {
    card: 'finetune-memory-estimate',
    what: 'full tuning, state beside the weights, upper, GB',
    pattern: /\| Full \| (?<weights>\d+) GB \| \d+-(?<value>\d+) GB/,
    compute: ({ weights = 0 }) => 8 * 18 - weights,
  },
  {
    card: 'finetune-memory-estimate',
    what: 'LoRA state at 16 bytes, GB',
    pattern: /\| LoRA, r = (?<r>\d+) \| 16 GB \| (?<value>[\d.]+) GB/,
    compute: ({ r = 0 }) => (16 * 32 * loraParams(r, 4096, 14336, 1024)) / 1e9,
    tolerance: 0.05,
  },
  {
    card: 'finetune-memory-estimate',
    what: 'QLoRA: linear weights, billions',
    pattern: /are? (?<value>[\d.]+) billion linear weights/,
    compute: () => linear / 1e9,
  },
  {
    card: 'finetune-memory-estimate',
    what: 'QLoRA: 4-bit weights, GB',
    pattern: /billion linear weights at (?<bits>[\d.]+) bits \((?<value>[\d.]+) GB\)/,
    compute: ({ bits = 0 }) => (linear * bits) / 8 / 1e9,
  },
  {
    card: 'finetune-memory-estimate',
    what: 'QLoRA: weights left in 16 bits, GB',
    pattern: /left in 16 bits \((?<value>[\d.]+) GB\)/,
    compute: () => (embeddings * 2) / 1e9,
  },
  {
    card: 'finetune-memory-estimate',
    what: 'QLoRA: all weights, GB',
    pattern: /\| QLoRA, r = 16 \| (?<value>[\d.]+) GB/,
    compute: () => ((linear * nf4Bits) / 8 + embeddings * 2) / 1e9,
  },
  {
    card: 'finetune-memory-estimate',
    what: 'QLoRA: sum, GB',
    pattern:
      /\| QLoRA, r = 16 \| (?<weights>[\d.]+) GB \| (?<state>[\d.]+) GB \| about (?<value>[\d.]+)/,
    compute: ({ weights = 0, state = 0 }) => weights + state,
  },
  {
    card: 'finetune-memory-estimate',
    what: 'fp32 logits, GB',
    pattern:
      /(?<tokens>[\d,]+) tokens × (?<vocab>[\d,]+) .*? × (?<bytes>\d) bytes are (?<value>[\d.]+)/,
    compute: ({ tokens = 0, vocab = 0, bytes = 0 }) => (tokens * vocab * bytes) / 1e9,
  },
  {
    card: 'finetune-memory-estimate',
    what: 'choice: 7B full tuning, lower, GB',
    pattern: /- \[x\] (?<value>\d+)-\d+ GB\n +- (?<params>\d+) billion × (?<bytes>\d+) to/,
    compute: ({ params = 0, bytes = 0 }) => params * bytes,
    tolerance: 0,
  },
  {
    card: 'finetune-memory-estimate',
    what: 'choice: 7B full tuning, upper, GB',
    pattern:
      /- \[x\] \d+-(?<value>\d+) GB\n +- (?<params>\d+) billion × \d+ to (?<bytes>\d+) bytes/,
    compute: ({ params = 0, bytes = 0 }) => params * bytes,
    tolerance: 0,
  },
  {
    card: 'finetune-on-consumer-gpu',
    what: 'GB of QLoRA weights and adapter state',
    pattern: /adapter state take about (?<value>[\d.]+) GB/,
    compute: () =>
      ((linear * nf4Bits) / 8 + embeddings * 2 + 16 * 32 * loraParams(16, 4096, 14336, 1024)) / 1e9,
  },
  {
    card: 'finetune-on-consumer-gpu',
    what: 'GB left beside them and half a GB of CUDA context',
    pattern: /one (?<gpu>\d+) GB GPU.*roughly (?<value>\d+) GB are left/s,
    compute: ({ gpu = 0 }) =>
      gpu -
      0.5 -
      ((linear * nf4Bits) / 8 + embeddings * 2 + 16 * 32 * loraParams(16, 4096, 14336, 1024)) / 1e9,
    tolerance: 0.02,
  },
  {
    card: 'gradient-accumulation-and-packing',
    what: 'weight of a token: mean of means',
    pattern: /With (?<few>\d+) and (?<many>[\d,]+) target tokens.*gets weight 1\/(?<value>\d+) and/,
    compute: ({ few = 0 }) => 2 * few,
    tolerance: 0,
  },
  {
    card: 'gradient-accumulation-and-packing',
    what: 'ratio of token weights',
    pattern: /With (?<few>\d+) and (?<many>[\d,]+) target tokens.*so (?<value>\d+) times more/,
    compute: ({ few = 1, many = 0 }) => 1 / (2 * few) / (1 / (2 * many)),
    tolerance: 1e-9,
  },
  {
    card: 'gradient-accumulation-and-packing',
    what: 'tokens of the step',
    pattern: /With (?<few>\d+) and (?<many>[\d,]+) target.*divided by (?<value>[\d,]+) once/,
    compute: ({ few = 0, many = 0 }) => few + many,
    tolerance: 0,
  },
  {
    card: 'build-sft-dataset',
    what: 'documents with a row in the test set after a row split, percent',
    pattern: /split (?<train>\d+) to (?<test>\d+) at random, about (?<value>\d+)% of documents/,
    compute: ({ train = 0, test = 0 }) => 100 * (1 - (train / (train + test)) ** 10),
  },
  {
    card: 'sft-hyperparameters',
    what: 'optimizer steps',
    pattern:
      /(?<n>[\d,]+) examples, .* of (?<batch>\d+) and (?<epochs>\d) .*? about (?<value>\d+) steps/,
    compute: ({ n = 0, batch = 1, epochs = 0 }) => (n / batch) * epochs,
  },
  {
    card: 'merging-and-serving-adapters',
    what: 'forty adapters, GB',
    pattern: /At (?<mb>\d+) MB each.*forty adapters need (?<value>[\d.]+) GB/,
    compute: ({ mb = 0 }) => (40 * mb) / 1000,
    tolerance: 0.02,
  },
  {
    card: 'merging-and-serving-adapters',
    what: 'forty merged copies, GB',
    pattern: /against (?<value>\d+) GB for forty merged bf16 copies of (?<copy>\d+) GB/,
    compute: ({ copy = 0 }) => 40 * copy,
    tolerance: 0,
  },
  {
    card: 'low-precision-training',
    what: 'spacing of bf16 above 1.0',
    pattern: /stores (?<bits>\d) mantissa bits.* = (?<value>0\.\d+)\. An update/,
    compute: ({ bits = 0 }) => 2 ** -bits,
  },
  {
    card: 'distributed-finetuning',
    what: 'state of full tuning, lower, TB',
    pattern:
      /needs (?<low>\d+) to \d+ bytes a parameter, so (?<params>\d+)B means (?<value>[\d.]+) to/,
    compute: ({ low = 0, params = 0 }) => (low * params) / 1000,
    tolerance: 0.02,
  },
  {
    card: 'distributed-finetuning',
    what: 'state of full tuning, upper, TB',
    pattern:
      /needs \d+ to (?<high>\d+) bytes .* so (?<params>\d+)B means [\d.]+ to (?<value>[\d.]+) TB/,
    compute: ({ high = 0, params = 0 }) => (high * params) / 1000,
    tolerance: 0.04,
  },
  {
    card: 'distributed-finetuning',
    what: 'memory of sixteen GPUs, TB',
    pattern: /Sixteen (?<gpu>\d+) GB GPUs offer (?<value>[\d.]+) TB/,
    compute: ({ gpu = 0 }) => (16 * gpu) / 1000,
  },
  {
    card: 'distributed-finetuning',
    what: 'smallest state a GPU at 32 GPUs, GB',
    pattern: /at (?<gpus>\d+), the state is (?<value>\d+) to/,
    compute: ({ gpus = 1 }) => (70 * 16) / gpus,
    tolerance: 0,
  },
  {
    card: 'distributed-finetuning',
    what: 'largest state a GPU at 32 GPUs, GB',
    pattern: /at (?<gpus>\d+), the state is \d+ to (?<value>[\d.]+) GB/,
    compute: ({ gpus = 1 }) => (70 * 18) / gpus,
    tolerance: 0.001,
  },
  {
    card: 'distributed-finetuning',
    what: 'ZeRO-3 traffic over DDP: two gathers and a reduce-scatter against an all-reduce',
    pattern: /(?<value>[\d.]+)× DDP traffic/,
    compute: () => 3 / 2,
  },
  {
    card: 'distributed-finetuning',
    what: 'frozen weights a GPU with LoRA, GB',
    pattern:
      /(?<weights>\d+) GB of frozen bf16 weights sharded over eight GPUs are (?<value>[\d.]+) GB/,
    compute: ({ weights = 0 }) => weights / 8,
  },
  {
    card: 'distributed-finetuning',
    what: 'QLoRA weights of a 70B Llama, GB',
    pattern: /QLoRA, about (?<value>\d+) GB of weights/,
    compute: () => {
      const linear70 = 80 * (2 * 8192 * 8192 + 2 * 8192 * 1024 + 3 * 8192 * 28672);
      return ((linear70 * nf4Bits) / 8 + 2 * 128256 * 8192 * 2) / 1e9;
    },
    tolerance: 0.02,
  },
  {
    card: 'evaluate-a-finetuned-model',
    what: 'net wins',
    pattern: /wins (?<wins>\d+), loses (?<losses>\d+).*The gain is (?<value>\d+) of/,
    compute: ({ wins = 0, losses = 0 }) => wins - losses,
    tolerance: 0,
  },
  {
    card: 'evaluate-a-finetuned-model',
    what: 'z of the sign (McNemar) test',
    pattern: /wins (?<wins>\d+), loses (?<losses>\d+).* = (?<value>[\d.]+\d), a two-sided/,
    compute: ({ wins = 0, losses = 0 }) => (wins - losses) / Math.sqrt(wins + losses),
  },
];
