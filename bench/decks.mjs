// Decks of any Markdown: how long a person waits for the first question of a large one, and what
// reading one costs against remark-parse of the same text and against JSON.parse of the cache.
//   node bench/decks.mjs     (RUNS=25; ratios hold on any machine, milliseconds do not)
//   node bench/decks.mjs outline     (only what an outline costs, shape by shape)
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import remarkParse from 'remark-parse';
import { rolldown } from 'rolldown';
import { unified } from 'unified';
import { BARE, compareStarts, timeUntil } from './starts.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bin = path.join(root, 'bin', 'llm-quiz.js');
const RUNS = Number(process.env.RUNS ?? 25);
const CARDS = 10_000;

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'llm-quiz-bench-'));
// A clean environment: NODE_EXTRA_CA_CERTS alone adds 65 ms to every start of Node 20.
const env = { PATH: process.env.PATH, HOME: home, TERM: 'xterm-256color' };

const TOPICS = 'index cache tree graph queue lock thread cluster token vector'.split(' ');
const topic = (number) => TOPICS[number % TOPICS.length];

/** A card of some 700 characters: prose, a list, code. */
const cardText = (
  number,
) => `## What does ${topic(number)} number ${number} do in system ${number % 97}?

It keeps value ${number * 31} in the ${topic(number * 7)} and returns it, as was told in chapter ${number % 41}.

- point one of ${number} with some **words** and \`code\`
- point two of ${number} with a [link](https://example.org/${number})

\`\`\`python
# a comment that is no heading ${number}
def f${number}(x):
    return x + ${number}
\`\`\`

And that is why the ${topic(number * 3)} is used in ${number % 13} of the cases, in practice and in theory, as many
books say. It has been measured many times, and the outcome was the same each time: the ${topic(number * 9)} wins
by a factor of ${number % 17}, whatever the size of the input is, and however often it is asked for.

`;

/** The same as other authors write it: what an outline costs depends on the shape. */
const SHAPES = {
  headings: cardText,
  details: (number) => {
    const [head, ...rest] = cardText(number).split('\n');
    const question = head.slice(3);
    return `<details>\n<summary>${question}</summary>\n${rest.join('\n')}</details>\n\n`;
  },
  bold: (number) => cardText(number).replace(/^## (.*)/, '**$1**'),
  list: (number) => {
    const [head, ...rest] = cardText(number).split('\n');
    const answer = rest.map((line) => (line === '' ? '' : `   ${line}`)).join('\n');
    return `${number}. ${head.slice(3)}\n${answer}\n`;
  },
  options: (number) =>
    `${cardText(number)
      .split('\n')
      .slice(0, 3)
      .join(
        '\n',
      )}\n\n- A. the ${topic(number)}\n- B. the ${topic(number + 1)} of ${number}\n- C. neither\n- D. both\n\nAnswer: B\n\n`,
};

const bank = (cards) => Array.from({ length: cards }, (_, number) => cardText(number)).join('');

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const measureStarts = async () => {
  fs.writeFileSync(path.join(home, 'big.md'), bank(CARDS));
  fs.mkdirSync(path.join(home, 'folder'));
  for (let file = 0; file < 100; file++) {
    const cards = Array.from({ length: CARDS / 100 }, (_, card) => cardText(file * 100 + card));
    fs.writeFileSync(path.join(home, 'folder', `${file}.md`), cards.join(''));
  }
  // A file that was changed just now is read once more, whatever its stamp says.
  await wait(2_200);
  const study = (deck) => ({
    argv: [process.execPath, bin, 'study', '--deck', deck, '-n', '5', '--new', '5'],
    text: 'card 1 of 5',
    cwd: home,
    env,
  });
  for (const deck of ['big.md', 'folder']) {
    // What was read is written behind the first paint.
    await timeUntil({ ...study(deck), linger: 4_000 });
  }
  const starts = {
    'bare Node': { ...BARE, cwd: home, env },
    'the shipped deck': study('llm-quiz'),
    '10,000 cards in a file': study('big.md'),
    '10,000 cards in 100 files': study('folder'),
  };
  await compareStarts('Warm start to the first question', starts, RUNS);
};

/** Time of this process alone: other work on the machine does not count. */
const cpuOf = (run) => {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

const loadOutline = async () => {
  const build = await rolldown({
    input: path.join(root, 'src/deck/outline.ts'),
    platform: 'node',
    logLevel: 'silent',
  });
  const file = path.join(home, 'outline.mjs');
  await build.write({ file, format: 'esm', codeSplitting: false });
  return import(file);
};

const SAMPLE = 250;
const ROUNDS = 7;

const measureOutline = async () => {
  const { outlineFile } = await loadOutline();
  const parser = unified().use(remarkParse);
  console.log(
    'Reading 10 MB: milliseconds of CPU, and how many times the outline remark-parse takes',
  );
  for (const [shape, textOf] of Object.entries(SHAPES)) {
    const { cards, outline, parse } = measureShape(outlineFile, parser, textOf);
    console.log(
      `  ${shape.padEnd(10)} ${String(cards).padStart(6)} cards  outline ${outline.toFixed(0).padStart(5)}  remark-parse, card by card ${parse.toFixed(0).padStart(6)}  ${(parse / outline).toFixed(1)}`,
    );
  }
};

/**
 * The same text as one tree, which nobody could read 10 MB of: what remark-parse takes grows faster
 * than the text.
 */
const measureWhole = async () => {
  const { outlineFile } = await loadOutline();
  const parser = unified().use(remarkParse);
  console.log('Reading 1 MB as a whole: milliseconds of CPU');
  for (const [shape, textOf] of Object.entries(SHAPES)) {
    const cards = Math.ceil(1_048_576 / textOf(5_000).length);
    const text = Array.from({ length: cards }, (_, number) => textOf(number)).join('');
    const outline = Math.min(...[1, 2, 3].map(() => cpuOf(() => outlineFile('bank.md', text))));
    const parse = cpuOf(() => parser.parse(text));
    console.log(
      `  ${shape.padEnd(10)} ${String(cards).padStart(6)} cards  outline ${outline.toFixed(0).padStart(5)}  remark-parse ${parse.toFixed(0).padStart(6)}  ${(parse / outline).toFixed(1)}`,
    );
  }
};

const measureShape = (outlineFile, parser, textOf) => {
  const cards = Math.ceil((10 * 1_048_576) / textOf(5_000).length);
  const all = Array.from({ length: cards }, (_, number) => textOf(number));
  const text = all.join('');
  outlineFile('warm.md', all.slice(0, 2_000).join(''));
  // A whole file in one tree takes minutes, so a card at a time, which is the kinder way to
  // measure, and a sample of them.
  const sample = Array.from({ length: SAMPLE }, (_, index) => {
    return textOf(Math.floor((index * cards) / SAMPLE));
  });
  const parseAll = () => {
    for (const card of sample) parser.parse(card);
  };
  parseAll();
  // Taken in turns: a machine that is slower for a while is slower for both.
  const outlines = [];
  const parses = [];
  for (let round = 0; round < ROUNDS; round++) {
    outlines.push(cpuOf(() => outlineFile('bank.md', text)));
    parses.push(cpuOf(parseAll));
  }
  const parse = (Math.min(...parses) * text.length) / sample.join('').length;
  return { cards, outline: Math.min(...outlines), parse };
};

const measureCheck = () => {
  const check = () => {
    const started = performance.now();
    spawnSync(process.execPath, [bin, 'check', 'big.md', '--json'], { cwd: home, env });
    return performance.now() - started;
  };
  const cache = path.join(home, '.cache', 'llm-quiz', 'decks');
  fs.rmSync(cache, { recursive: true, force: true });
  const cold = check();
  const warm = Math.min(check(), check(), check());
  const outlines = fs.readdirSync(cache).find((name) => name.endsWith('.outlines')) ?? '';
  const [, ...lines] = fs.readFileSync(path.join(cache, outlines), 'utf8').split('\n');
  // Each line is a file's hash, of 32 digits, and what was found in it.
  const texts = lines.map((line) => line.slice(32));
  const parseAll = () => {
    for (const text of texts) JSON.parse(text);
  };
  const parse = Math.min(...[1, 2, 3, 4, 5].map(() => cpuOf(parseAll)));
  console.log('check of 10,000 cards, as a person waits for it');
  console.log(`  cold                         ${cold.toFixed(0).padStart(7)} ms`);
  console.log(`  warm                         ${warm.toFixed(0).padStart(7)} ms`);
  console.log(`  JSON.parse of its outlines   ${parse.toFixed(1).padStart(7)} ms`);
};

try {
  if (process.argv[2] !== 'outline') {
    execFileSync(process.execPath, [path.join(root, 'scripts', 'build.mjs')], { stdio: 'inherit' });
    await measureStarts();
  }
  await measureOutline();
  await measureWhole();
  if (process.argv[2] !== 'outline') measureCheck();
} finally {
  fs.rmSync(home, { recursive: true, force: true });
}
