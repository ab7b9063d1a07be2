import type { Document } from './document.ts';

/**
 * A function of a document that works only once for each: several shapes ask the same of a file,
 * and a document never changes.
 */
export const remember = <T>(work: (document: Document) => T): ((document: Document) => T) => {
  const known = new WeakMap<Document, { readonly result: T }>();
  return (document) => {
    const found = known.get(document) ?? { result: work(document) };
    known.set(document, found);
    return found.result;
  };
};
