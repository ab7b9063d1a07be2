import { eventProblems } from './events.ts';

/** Deeper than this an event of any version has no reason to be. */
const MAX_DEPTH = 8;
/** Keys that mean something to JavaScript itself; no event has one. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

/**
 * All that is wrong with a value that should be an event, a phrase each; empty where it is one.
 * Stricter than reading a journal: what is here comes from a file that anybody may have made.
 */
export const checkEvent = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return ['it is no object'];
  }
  const shape = shapeProblems(value, 1);
  return shape.length > 0 ? shape : eventProblems(value);
};

const shapeProblems = (value: unknown, depth: number): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (depth > MAX_DEPTH) return ['it is nested too deep'];
  const forbidden = Object.keys(value).find((key) => FORBIDDEN.has(key));
  if (forbidden !== undefined) return [`the key ${JSON.stringify(forbidden)} is not allowed`];
  for (const part of Object.values(value)) {
    const found = shapeProblems(part, depth + 1);
    if (found.length > 0) return found;
  }
  return [];
};
