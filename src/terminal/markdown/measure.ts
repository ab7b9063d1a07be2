import stringWidth from 'fast-string-width';

const ASCII = /^[\u0020-\u007E]*$/;

/** The columns that a text takes in a terminal; escape codes take none. */
export const displayWidth = (text: string): number =>
  ASCII.test(text) ? text.length : stringWidth(text);

/** In UTF-16 units. */
const CHUNK = 256;

let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as a person counts them: a base with its marks is one. */
export const graphemes = (text: string): string[] => {
  if (ASCII.test(text)) return [...text];
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const found: string[] = [];
  let at = 0;
  let size = CHUNK;
  // Node's segmenter takes time with the square of the length, so it gets the text in portions.
  while (at < text.length) {
    const end = at + size + (isHighSurrogate(text.charCodeAt(at + size - 1)) ? 1 : 0);
    const segments = Array.from(segmenter.segment(text.slice(at, end)), (s) => s.segment);
    // The last one of a portion may go on in the next.
    if (end < text.length) segments.pop();
    size = segments.length === 0 ? size * 2 : CHUNK;
    for (const segment of segments) {
      found.push(segment);
      at += segment.length;
    }
  }
  return found;
};

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
