import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import {
  type Rendered,
  type RenderOptions,
  renderMarkdown,
} from '../../../src/terminal/markdown/render-markdown.ts';
import type { Style, Theme } from '../../../src/terminal/theme.ts';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();
const same: Style = (text) => text;
const sgr =
  (open: number, close: number): Style =>
  (text) =>
    `\u001B[${open}m${text}\u001B[${close}m`;

/** A theme without colour, in which emphasis is written out. */
export const plainTheme: Theme = {
  strong: same,
  emphasis: (text) => `_${text}_`,
  code: same,
  heading: same,
  link: same,
  quiet: same,
  accent: same,
  alarm: same,
  symbols: {
    bullet: '-',
    quote: '|',
    rule: '-',
    ellipsis: '...',
    clipped: '>',
    tick: '+',
    cross: 'x',
    bar: '#',
  },
};

/** A theme in which every style is an escape code. */
export const colourTheme: Theme = {
  ...plainTheme,
  strong: sgr(1, 22),
  emphasis: sgr(4, 24),
  code: sgr(36, 39),
  heading: sgr(1, 22),
  link: sgr(4, 24),
  quiet: sgr(2, 22),
};

export const parse = (markdown: string): Root => processor.parse(markdown);

export const render = (markdown: string, options: Partial<RenderOptions> = {}): Rendered =>
  renderMarkdown(parse(markdown), {
    width: 76,
    theme: plainTheme,
    hyperlinks: false,
    source: markdown,
    ...options,
  });

/** The lines without colour, as one text. */
export const shown = (markdown: string, width = 76): string =>
  render(markdown, { width }).lines.join('\n');

/** The lines in colour, with `^[` for the escape character. */
export const inked = (markdown: string, options: Partial<RenderOptions> = {}): string =>
  render(markdown, { theme: colourTheme, ...options })
    .lines.join('\n')
    .replaceAll('\u001B', '^[');
