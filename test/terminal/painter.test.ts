import { describe, expect, it } from 'vitest';
import { Painter } from '../../src/terminal/painter.ts';

const CLEAR_LINE = '\u001B[K';

/** A painter of a small window, and what it wrote with each paint. */
const open = (columns = 10, rows = 3) => {
  const written: string[] = [];
  const painter = new Painter({ columns, rows, write: (text) => written.push(text) });
  painter.enter();
  return { painter, written };
};

describe('a painter', () => {
  it('writes the lines that changed, in one synchronised update, and nothing where none did', () => {
    const { painter, written } = open();
    painter.paint(['one', 'two', 'three']);
    painter.paint(['one', 'TWO', 'three']);
    painter.paint(['one', 'TWO', 'three']);
    expect(written).toHaveLength(2);
    expect(written[1]).toBe('\u001B[?2026h\u001B[2;1HTWO\u001B[0m\u001B[K\u001B[?2026l');
  });

  it('clears behind a line, but not where it fills the window: that erases its last character', () => {
    const { painter, written } = open();
    painter.paint(['short', 'x'.repeat(10), '漢字漢字漢']);
    expect(written.join('').split(CLEAR_LINE)).toHaveLength(2);
    painter.paint(['short', `\u001B[1m${'y'.repeat(9)}\u001B[22m`, '漢字']);
    expect(written[1]?.split(CLEAR_LINE)).toHaveLength(3);
  });

  it('writes nothing before it is entered, and leaves the terminal only where it was', () => {
    const written: string[] = [];
    const painter = new Painter({ columns: 9, rows: 2, write: (text) => written.push(text) });
    painter.paint(['a']);
    painter.enter();
    painter.leave();
    expect(written).toEqual([]);
  });

  it('clears what is left of a longer frame', () => {
    const { painter, written } = open();
    painter.paint(['a', 'b', 'c']);
    painter.paint(['a']);
    expect(written[1]).toBe('\u001B[?2026h\u001B[2;1H\u001B[J\u001B[?2026l');
  });
});
