import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight, highlightLines } from '../../../src/terminal/markdown/highlight.ts';
import { colourTheme, inked, render, shown } from './rendering.ts';

/** What stands out in a code, as `kind text`. */
const told = (lang: string, code: string): string[] =>
  highlight(code, lang).flatMap(({ kind, text }) =>
    kind === undefined ? [] : [`${kind} ${text}`],
  );

const NAMES = ['python', 'js', 'ts', 'json', 'bash', 'sh', 'sql', 'yaml', 'diff'];

describe('code is told apart', () => {
  it.each([
    [
      'python',
      'def f(x): return None # c',
      'keyword def, title f, keyword return, number None, comment # c',
    ],
    ['python', 'class A:\n  """doc\n  "x" """', 'keyword class, title A, string """doc\n  "x" """'],
    ['py', `x = f"{a}" + rb'\\'' * 0xFF`, `string f"{a}", string rb'\\'', number 0xFF`],
    ['python', 'a = "open\nb = 1e-5', 'string "open, number 1e-5'],
    ['python', '@app.get\nif re.match in y', 'title @app.get, keyword if, keyword in'],
    [
      'js',
      "const a = 'x' // c\n/* d\ne */",
      "keyword const, string 'x', comment // c, comment /* d\ne */",
    ],
    ['js', "x = /it's/g; y = a / b / c", "string /it's/g"],
    ['js', '`a $b\n` + null ?? x.default', 'string `a $b\n`, number null'],
    ['typescript', "type Card = { type: 'a' }", "keyword type, title Card, string 'a'"],
    ['json', '{"a": ["b", 1.5, true]}', 'title "a", string "b", number 1.5, number true'],
    [
      'bash',
      'for f in "$@"; do rm --in # c\ndone',
      'keyword for, keyword in, string "$@", keyword do, comment # c, keyword done',
    ],
    ['sh', 'ls /usr/local/if $# a#b', ''],
    [
      'bash',
      "cat <<'EOF'\ndon't\nEOF\nexit 0",
      "string <<'EOF'\ndon't\nEOF, keyword exit, number 0",
    ],
    [
      'sql',
      "select a.order FROM t WHERE x = 'it''s' -- c",
      "keyword select, keyword FROM, keyword WHERE, string 'it''s', comment -- c",
    ],
    [
      'yaml',
      'a: b # c\n- "d": [1, x y]\ne: true',
      'title a, string b , comment # c, title "d", number 1, string x y, title e, number true',
    ],
    ['diff', '@@ -1 +1 @@\n-a\n+b\n c', 'keyword @@ -1 +1 @@, comment -a, string +b'],
    ['rust', 'fn main() { "x" }', ''],
    ['', 'if "x"', ''],
    ['constructor', 'if "x"', ''],
  ])('in %s: %j', (lang, code, expected) => expect(told(lang, code).join(', ')).toBe(expected));

  it('cuts what goes over several lines at their ends', () =>
    expect(highlightLines('a\n"""b\n\nc"""', 'python')).toEqual([
      [{ text: 'a', kind: undefined }],
      [{ text: '"""b', kind: 'string' }],
      [],
      [{ text: 'c"""', kind: 'string' }],
    ]));

  it('shows very long code plain', () =>
    expect(highlight('if '.repeat(30_000), 'python')).toHaveLength(1));
});

describe('highlighted code', () => {
  it('has the basic styles of a theme that has none for code', () =>
    expect(inked('```py\nif "x": 1 # c\n```')).toBe(
      '^[[2mpy^[[22m\n    ^[[1mif^[[22m ^[[36m"x"^[[39m: 1 ^[[2m# c^[[22m',
    ));

  it('has the styles for code of a theme that has some', () => {
    const mark = (name: string) => (text: string) => `\u001B[9${name}m${text}\u001B[39m`;
    const syntax = {
      keyword: mark('1'),
      string: mark('2'),
      comment: mark('3'),
      number: mark('4'),
      title: mark('5'),
    };
    const theme = { ...colourTheme, syntax };
    expect(inked('```py\ndef f(): return 1\n```', { theme })).toBe(
      '^[[2mpy^[[22m\n    ^[[91mdef^[[39m ^[[95mf^[[39m(): ^[[91mreturn^[[39m ^[[94m1^[[39m',
    );
  });

  it('is cut off by columns within a token', () =>
    expect(inked('```py\n"漢字漢字漢字漢字漢字"\n```', { width: 20 })).toBe(
      '^[[2mpy^[[22m\n    ^[[36m"漢字漢字漢字漢^[[39m^[[2m>^[[22m',
    ));

  it('takes a long line with many tabs in no time', () => {
    const start = performance.now();
    expect(shown(`\`\`\`py\n${'a\t'.repeat(30_000)}\n\`\`\``, 20)).toBe('py\n    a   a   a   a  >');
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('whatever the code is', () => {
  const pieces = fc.constantFrom(
    ...['"', "'", '`', '\\', '"""', "'''", '/', '/*', '*/', '//', '#', '[', ']', '{', '}', ','],
    ...[': ', ' ', '\n', '\t', '- ', 'a', '1e', '.a', '<<A\n', 'A\n', '${', '= /', 'def ', 'é'],
    ...['漢', '&a', '~', 'true', '--', '+', '\u001B[31m', '\u2028', '\r\n', 'e\u0301', '👩‍👩‍👧'],
  );
  const code = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));
  const lang = fc.constantFrom(...NAMES);

  it('nothing of it is lost', () => {
    fc.assert(
      fc.property(lang, code, (name, text) => {
        expect(
          highlight(text, name)
            .map((token) => token.text)
            .join(''),
        ).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });

  it('the words are the same with and without colour', () => {
    fc.assert(
      fc.property(lang, code, fc.integer({ min: 20, max: 90 }), (name, text, width) => {
        const markdown = `~~~~~${name}\n${text}\n~~~~~`;
        const coloured = render(markdown, { width, theme: colourTheme }).lines;
        expect(coloured.map((line) => line.replace(/\u001B\[\d+m/g, ''))).toEqual(
          render(markdown, { width }).lines,
        );
      }),
      { numRuns: 500 },
    );
  });

  it.each(NAMES)('%s takes time in proportion to its length', (name) => {
    const fragments = ['"', "'", '"\\', '/[', '= /', '<<A\n', '1a', 'a, ', '- ', '` ', '/*', '{a:'];
    for (const fragment of fragments) {
      const text = fragment.repeat(60_000 / fragment.length);
      const start = performance.now();
      highlight(text, name);
      expect(performance.now() - start, JSON.stringify(fragment)).toBeLessThan(2_000);
    }
  });
});
