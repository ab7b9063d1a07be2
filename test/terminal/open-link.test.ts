import { describe, expect, it } from 'vitest';
import { openCommand } from '../../src/terminal/open-link.ts';

const opened = (url: string, platform = 'linux'): string | undefined => {
  const command = openCommand(url, platform);
  return command && [command.command, ...command.args].join(' ');
};

describe('a link', () => {
  it.each([
    ['linux', 'xdg-open https://x.y/a?b=1&c=2'],
    ['freebsd', 'xdg-open https://x.y/a?b=1&c=2'],
    ['android', 'termux-open-url https://x.y/a?b=1&c=2'],
    ['darwin', 'open https://x.y/a?b=1&c=2'],
    ['win32', 'rundll32 url.dll,FileProtocolHandler https://x.y/a?b=1&c=2'],
  ])('is opened on %s by %s', (platform, expected) =>
    expect(opened('https://x.y/a?b=1&c=2', platform)).toBe(expected),
  );

  it.each([
    ['http://x.y', 'http://x.y/'],
    ['HTTPS://X.Y/Z', 'https://x.y/Z'],
    ['mailto:a@b.c?subject=d', 'mailto:a@b.c?subject=d'],
    ['https://x.y/é', 'https://x.y/%C3%A9'],
    ['https://x.y/"&calc&"', 'https://x.y/%22&calc&%22'],
    ["https://x.y/'`|^<>", 'https://x.y/%27%60%7C%5E%3C%3E'],
    ['mailto:a"b@c.d', 'mailto:a%22b@c.d'],
  ])('%s is passed on as %s', (url, expected) => expect(opened(url)).toBe(`xdg-open ${expected}`));

  it.each([
    '',
    'x.y',
    '--version',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'vscode://x',
    ' https://x.y',
    'https://x.y/a b',
    'https://x.y/\u001B]0;a',
    'https://x.y/\n',
    'https://x.y/\u009B',
    'https://x.y/\u202E',
    'https://[x',
    'https://',
    `https://x.y/${'a'.repeat(3_000)}`,
  ])('%j is not opened', (url) => {
    for (const platform of ['linux', 'darwin', 'win32']) {
      expect(openCommand(url, platform)).toBeUndefined();
    }
  });
});
