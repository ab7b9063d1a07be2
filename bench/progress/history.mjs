import fs from 'node:fs';
import path from 'node:path';

const DAY = 86_400_000;

/**
 * Writes the journals of a long history as the program writes them: sessions of 50 events, first
 * what was seen of each card, then grades, one in a hundred taken back.
 *
 * @param {string} folder the folder `progress`
 * @param {{events: number, cards: number, devices?: number}} size
 */
export const writeHistory = (folder, { events, cards, devices = 1 }) => {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (let d = 0; d < devices; d++) {
    const device = `bench${String(d).padStart(7, '0')}`;
    const handle = fs.openSync(path.join(folder, `${device}.jsonl`), 'w', 0o600);
    let lines = [];
    for (const line of linesOf(device, d, Math.floor(events / devices), cards)) {
      lines.push(line);
      if (lines.length < 10_000) continue;
      fs.writeSync(handle, `${lines.join('\n')}\n`);
      lines = [];
    }
    if (lines.length > 0) fs.writeSync(handle, `${lines.join('\n')}\n`);
    fs.closeSync(handle);
  }
};

/** The lines of one device, ending a day ago. */
function* linesOf(device, number, events, cards) {
  const step = Math.max(1, Math.floor((1000 * DAY) / events));
  let t = Date.now() - DAY - events * step + number;
  let session = '';
  let last = { id: '', card: '' };
  for (let n = 0; n < events; n++) {
    if (n % 50 === 0) {
      const bits = BigInt(n + 1) * 0x9e3779b97f4a7c15n + BigInt(number);
      session = bits.toString(16).slice(-16).padStart(16, '0');
    }
    t += step;
    const card = keyOf((n * 7919) % cards);
    const id = `${session}-${(n % 50).toString(36)}`;
    const head = { v: 1, id, device, session, t, day: Math.floor(t / DAY) };
    const what = happeningAt(n, card, cards, last);
    if (what.type === 'grade') last = { id, card };
    yield JSON.stringify({ ...head, ...what });
  }
}

const happeningAt = (n, card, cards, last) => {
  if (n % 50 === 0) {
    const asked = Array.from({ length: 50 }, (_, at) => keyOf((n + at) % cards));
    return { type: 'start', deck: 'llm-quiz', filter: '', seed: 1, cards: asked, pid: 1 };
  }
  if (n <= cards) {
    const question = `What does “${card}” stand for, and why does it matter?`;
    return { type: 'seen', card, question, answer: 'h'.repeat(16) };
  }
  if (n % 97 === 0) return { type: 'undo', target: last.id, card: last.card };
  return { type: 'grade', card, rating: RATINGS[n % RATINGS.length], ms: 4000 + (n % 5000) };
};

const RATINGS = ['good', 'good', 'good', 'hard', 'easy', 'good', 'again'];

const keyOf = (number) => `llm-quiz/bench-card-${number}`;
