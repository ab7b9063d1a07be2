import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { mayLinkElsewhere } from '../../src/deck/check-card.ts';
import { parseMarkdown } from '../../src/deck/markdown.ts';

const urlsIn = (node: Nodes): readonly string[] => [
  ...('url' in node ? [String(node.url)] : []),
  ...('children' in node ? node.children.flatMap(urlsIn) : []),
];

const leadsElsewhere = (text: string): boolean => {
  const parsed = parseMarkdown(text);
  return (
    parsed.kind === 'tree' &&
    urlsIn(parsed.root).some(
      (url) => /^[a-z][a-z0-9+.-]*:/i.test(url) && !/^(?:https?|mailto):/i.test(url),
    )
  );
};

describe('the look for links that lead elsewhere', () => {
  it.each([
    '[a](javascript:alert(1))',
    '[a](<javascript:x y>)',
    '[a]( \n file:///etc/passwd)',
    '[a]: data:text/html,x',
    '<vbscript:x>',
    '[a](java&#115;cript:x)',
    '[a](javascript&colon;x)',
    '[a](javascript\\:x)',
    '![a](file:x.png)',
    '[a]([a](\nx&colon;)',
    '[a](http:[b](x:y)',
  ])('sees %j', (text) => {
    expect(mayLinkElsewhere(text)).toBe(true);
  });

  it.each(['[a](https://a.b/c:d)', '[a](#b)', '<b>bold</b>', 'a: b', '[a]: ./b.md'])(
    'is not misled by %j',
    (text) => {
      expect(mayLinkElsewhere(text)).toBe(false);
    },
  );

  it('comes to an end where a word begins a link again and again', () => {
    expect(mayLinkElsewhere('](<'.repeat(200_000))).toBe(false);
    expect(mayLinkElsewhere(`${'](<'.repeat(200_000)}x:`)).toBe(true);
  });

  it('misses none that remark finds', () => {
    const part = fc.constantFrom(
      ...'[a](|<|>|)|]: |\n|\\|&colon;|&#58;|:|javascript|file|http|https://|mailto:|x|(|"t"|![|![b]('.split(
        '|',
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        expect(!leadsElsewhere(text) || mayLinkElsewhere(text)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);
});
