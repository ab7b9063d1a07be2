// Writes every screen of a tour as SVG and PNG into docs/screens/, in a light and a dark terminal:
// what stands there is what the program wrote into a real pseudo-terminal.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pty from '@lydell/node-pty';
import { Resvg } from '@resvg/resvg-js';
import headless from '@xterm/headless';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const out = path.join(root, 'docs', 'screens');
const bin = path.join(root, 'bin', 'llm-quiz.js');
const COLUMNS = 80;
const ROWS = 24;
const CELL = { width: 9, height: 19 };
const PADDING = 14;

/** Colours of two common terminals. */
const SCHEMES = {
  light: { background: '#ffffff', foreground: '#24292f', red: '#cf222e', cyan: '#1b7c83' },
  dark: { background: '#0d1117', foreground: '#e6edf3', red: '#ff7b72', cyan: '#39c5cf' },
};

/** A program in a pseudo-terminal, driven until its screen shows what is waited for. */
const open = (args, home) => {
  const terminal = new headless.Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true });
  const child = pty.spawn(process.execPath, [bin, ...args], {
    name: 'xterm-256color',
    cols: COLUMNS,
    rows: ROWS,
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: home,
      LLM_QUIZ_HOME: path.join(home, 'quiz'),
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      LLM_QUIZ_NOW: '2026-12-01T09:00:00Z',
    },
  });
  const listeners = new Set();
  child.onData((data) =>
    terminal.write(data, () => {
      for (const listener of [...listeners]) listener();
    }),
  );
  const text = () => {
    const { active } = terminal.buffer;
    return Array.from(
      { length: ROWS },
      (_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '',
    ).join('\n');
  };
  const waitFor = (what) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${what} never came:\n${text()}`)), 10_000);
      const look = () => {
        if (!what.test(text())) return;
        clearTimeout(timer);
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
    });
  return {
    terminal,
    waitFor,
    write: (keys) => child.write(keys),
    close: () => child.kill('SIGKILL'),
  };
};

const escapeXml = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Runs of cells of one look in a row. */
const runsOf = (line) => {
  const runs = [];
  for (let column = 0; column < COLUMNS; column++) {
    const cell = line?.getCell(column);
    if (cell === undefined || cell.getWidth() === 0) continue;
    const look = {
      color: cell.isFgPalette() ? cell.getFgColor() : -1,
      bold: cell.isBold() !== 0,
      dim: cell.isDim() !== 0,
      underline: cell.isUnderline() !== 0,
    };
    const last = runs.at(-1);
    const same = last !== undefined && JSON.stringify(last.look) === JSON.stringify(look);
    if (same) last.text += cell.getChars() || ' ';
    else runs.push({ column, look, text: cell.getChars() || ' ' });
  }
  return runs.filter(({ text }) => text.trim() !== '');
};

/** One run of a row as SVG. */
const toText = ({ column, look, text }, row, scheme) => {
  const colors = { 1: scheme.red, 6: scheme.cyan };
  const x = PADDING + column * CELL.width;
  const y = PADDING + row * CELL.height + 14;
  const style = [
    look.bold ? ' font-weight="bold"' : '',
    look.dim ? ' opacity="0.55"' : '',
    look.underline ? ' text-decoration="underline"' : '',
  ].join('');
  const length = [...text].length * CELL.width;
  const place = `x="${x}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs"`;
  const color = colors[look.color] ?? scheme.foreground;
  return `<text ${place} fill="${color}" xml:space="preserve"${style}>${escapeXml(text)}</text>`;
};

const toSvg = (terminal, scheme, name) => {
  const { active } = terminal.buffer;
  const width = COLUMNS * CELL.width + 2 * PADDING;
  const height = ROWS * CELL.height + 2 * PADDING;
  const texts = Array.from({ length: ROWS }, (_, row) =>
    runsOf(active.getLine(active.viewportY + row)).map((run) => toText(run, row, scheme)),
  ).flat();
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const font = 'font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="15"';
  const back = `<rect width="100%" height="100%" rx="8" fill="${scheme.background}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${font}><title>llm-quiz: ${name}</title>${back}${texts.join('')}</svg>\n`;
};

const fonts = path.join(root, 'node_modules', 'dejavu-fonts-ttf', 'ttf');
const toPng = (svg) =>
  new Resvg(svg, {
    font: {
      fontFiles: ['DejaVuSansMono.ttf', 'DejaVuSansMono-Bold.ttf'].map((name) =>
        path.join(fonts, name),
      ),
      loadSystemFonts: false,
      defaultFontFamily: 'DejaVu Sans Mono',
    },
    fitTo: { mode: 'zoom', value: 1.5 },
  })
    .render()
    .asPng();

/** What is started, and what is pressed until a screen is there: [keys, what it shows]. */
const TOUR = [
  { name: 'welcome', args: ['study'], steps: [['', /Welcome/]] },
  { name: 'question', args: ['study', '-c', '8', '--new', '10'], steps: [['', /card 1 of 10/]] },
  {
    name: 'answer',
    args: ['study', '-c', '8', '--new', '10'],
    steps: [
      ['', /card 1 of/],
      [' ', /1 again/],
    ],
  },
  {
    name: 'key-points',
    args: ['study', '-c', '8', '--new', '10'],
    steps: [
      ['', /card 1 of/],
      [' ', /1 again/],
      [' ', /Key points/],
    ],
  },
  {
    name: 'hint',
    args: ['study', '-c', '3', '--new', '10'],
    steps: [
      ['', /card 1 of/],
      ['hh', /hint[\s\S]*hint/],
    ],
  },
  {
    name: 'keys',
    args: ['study', '-c', '3', '--new', '10'],
    steps: [
      ['', /card 1 of/],
      ['?', /Keys/],
    ],
  },
  {
    name: 'links',
    args: ['study', '-c', '3', '--new', '10'],
    steps: [
      ['', /card 1 of/],
      [' ', /1 again/],
      ['o', /Which link/],
    ],
  },
  {
    name: 'summary',
    args: ['study', '-c', '3', '-n', '3', '--new', '3'],
    steps: [
      ['', /card 1 of/],
      [' 1 3 4', /again/],
      ['q', /Session done/],
    ],
  },
  {
    name: 'plan',
    args: ['plan', '--date', '2026-12-15', '--minutes', '20'],
    steps: [['', /left out/]],
  },
  {
    name: 'by-the-plan',
    args: ['study'],
    before: ['plan', '--date', '2026-12-15', '--minutes', '20'],
    steps: [
      ['', /of 20 min/],
      [' ', /chance to know it/],
    ],
  },
];

const run = async (args, home) => {
  const program = open(args, home);
  await program.waitFor(/\S/);
  program.close();
};

fs.rmSync(out, { recursive: true, force: true });
fs.mkdirSync(out, { recursive: true });
for (const { name, args, before, steps } of TOUR) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'llm-quiz-screens-'));
  if (before !== undefined) await run(before, home);
  const program = open(args, home);
  for (const [keys, shows] of steps) {
    program.write(keys);
    await program.waitFor(shows);
  }
  for (const [scheme, colors] of Object.entries(SCHEMES)) {
    const svg = toSvg(program.terminal, colors, name);
    fs.writeFileSync(path.join(out, `${name}-${scheme}.svg`), svg);
    fs.writeFileSync(path.join(out, `${name}-${scheme}.png`), toPng(svg));
  }
  program.close();
  fs.rmSync(home, { recursive: true, force: true });
  console.log(name);
}
