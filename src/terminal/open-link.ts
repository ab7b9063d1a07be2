import { isSafeUrl } from './markdown/links.ts';

/** A program with its arguments, to be started as they are: without a shell nothing is quoted. */
export interface OpenCommand {
  readonly command: string;
  readonly args: readonly string[];
}

/** What URLs may hold by the standard of browsers, but Windows and its programs read as their own. */
const ODD = /["'<>\\^`{|}\s]/g;

/**
 * How a platform opens a URL, or `undefined` for one that is not opened: only http, https and mailto
 * are, without control characters. The URL is passed on in its normal form.
 */
export const openCommand = (url: string, platform: string): OpenCommand | undefined => {
  const target = normalise(url);
  if (target === undefined) return undefined;
  switch (platform) {
    case 'darwin':
      return { command: 'open', args: [target] };
    // `start` is a word of cmd.exe, which reads `&` and `%` in a URL as its own.
    case 'win32':
      return { command: 'rundll32', args: ['url.dll,FileProtocolHandler', target] };
    case 'android':
      return { command: 'termux-open-url', args: [target] };
    default:
      return { command: 'xdg-open', args: [target] };
  }
};

const normalise = (url: string): string | undefined => {
  if (!isSafeUrl(url) || !URL.canParse(url)) return undefined;
  return new URL(url).href.replace(ODD, (character) => percentEncode(character));
};

const percentEncode = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
