// Writes the parts of README.md that are made from the project itself: `npm run readme`.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const file = path.join(root, 'README.md');

/** The table of chapters, counted by the program. */
export const chapterTable = () => {
  const out = execFileSync(
    process.execPath,
    [path.join(root, 'bin', 'llm-quiz.js'), 'list', '--json'],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      env: { ...process.env, LLM_QUIZ_HOME: path.join(root, 'dist', '.nobody') },
    },
  );
  const chapters = new Map();
  for (const { chapter, choices } of JSON.parse(out).cards) {
    const row = chapters.get(chapter.number) ?? { title: chapter.title, cards: 0, choices: 0 };
    chapters.set(chapter.number, {
      ...row,
      cards: row.cards + 1,
      choices: row.choices + (choices === null ? 0 : 1),
    });
  }
  const rows = [...chapters].map(
    ([number, { title, cards, choices }]) => `| ${number} | ${title} | ${cards} | ${choices} |`,
  );
  const sum = (key) => [...chapters.values()].reduce((total, row) => total + row[key], 0);
  return [
    '| # | Chapter | Cards | With choices |',
    '|--:|---|--:|--:|',
    ...rows,
    `| | **Total** | **${sum('cards')}** | **${sum('choices')}** |`,
  ].join('\n');
};

/** README with its made parts as they should be. */
export const withMadeParts = (readme) =>
  readme.replace(
    /(<!-- chapters:begin -->\n)[\s\S]*?(\n<!-- chapters:end -->)/,
    (_, begin, end) => `${begin}${chapterTable()}${end}`,
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  fs.writeFileSync(file, withMadeParts(fs.readFileSync(file, 'utf8')));
}
