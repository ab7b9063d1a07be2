import { describe, expect, it } from 'vitest';
import { copySequence, MAX_COPY_BYTES } from '../../src/terminal/osc.ts';

describe('a text for the clipboard', () => {
  it('is sent in base64, so that nothing in it can end the code', () =>
    expect(copySequence('é\u0007\u001B\\')).toBe('\u001B]52;c;w6kHG1w=\u0007'));
  it('may be as long as fits into 100,000 bytes', () =>
    expect(copySequence('x'.repeat(MAX_COPY_BYTES))).toHaveLength(100_000));
  it('is counted in bytes, and not sent in part', () => {
    expect(copySequence(`${'x'.repeat(MAX_COPY_BYTES - 1)}é`)).toBeUndefined();
    expect(copySequence('x'.repeat(MAX_COPY_BYTES + 1))).toBeUndefined();
  });
  it('is not sent where there is none: that would empty the clipboard', () =>
    expect(copySequence('')).toBeUndefined());
});
