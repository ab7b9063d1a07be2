import { cleanLine } from './clean.ts';
import { linkSpans } from './links.ts';
import type { Scene } from './scene.ts';
import { type Span, textSpan } from './span.ts';

const FILE_NAME = /([^/\\?#]{1,60}\.(?:png|jpe?g|gif|svg|webp|avif|bmp))(?:[?#].*)?$/i;

/** What an image shows, in its author's words or by the name of its file; empty for neither. */
export const imageWords = (alt: string | null | undefined, url: string): string => {
  const words = cleanLine(alt ?? '');
  return words === '' ? cleanLine(FILE_NAME.exec(url.slice(-300))?.[1] ?? '') : words;
};

/** An image as words that lead to it: it may be all that the answer is. */
export const imageSpans = (
  alt: string | null | undefined,
  url: string,
  scene: Scene,
): readonly Span[] => {
  const words = imageWords(alt, url);
  const shown = [textSpan(words === '' ? '[image]' : `[image: ${words}]`)];
  return scene.isInLink === true ? shown : linkSpans(url, shown, scene.links);
};
