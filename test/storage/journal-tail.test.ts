import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MARK_SIZE } from '../../src/storage/journal.ts';
import { JournalTail } from '../../src/storage/journal-tail.ts';

it('the tail of a journal is its last bytes, however it grew', () => {
  const part = fc.uint8Array({ maxLength: 2 * MARK_SIZE });
  fc.assert(
    fc.property(part, fc.array(part), (first, parts) => {
      const tail = parts.reduce((so, bytes) => so.with(bytes), new JournalTail([first]));
      expect(tail.bytes).toEqual(Buffer.concat([first, ...parts]).subarray(-MARK_SIZE));
    }),
  );
});
