import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { stageCsv } from '../../src/storage/import-csv.ts';
import { stageJson } from '../../src/storage/import-json.ts';
import { type ImportRead, importError } from '../../src/storage/import-problems.ts';
import { JsonItems } from '../../src/storage/json-items.ts';
import { Staging } from '../../src/storage/staging.ts';
import { LONG } from '../faults/harness.ts';
import { temporaryFolder } from '../support/quiz.ts';

vi.setConfig({ testTimeout: 120_000 });

const event = (n: number, parts: object = {}) => ({
  v: 1,
  id: `s-${n.toString(36)}`,
  device: 'd',
  session: 's',
  t: 1_790_000_000_000 + n,
  day: 20_717,
  type: 'grade',
  card: `c-${n % 50}`,
  rating: 'good',
  ms: 5,
  ...parts,
});
const wrap = (events: string): string =>
  `{"schema":"llm-quiz/export/1","program":"1","events":[${events}]}`;

/** Reads a text as an import; what was found, and the journals that it made. */
const read = (text: string, kind: 'json' | 'csv' = 'json') => {
  const home = temporaryFolder();
  const file = path.join(home, 'file');
  fs.writeFileSync(file, text);
  return readFile(home, file, kind);
};

const readFile = (
  home: string,
  file: string,
  kind: 'json' | 'csv' = 'json',
): ImportRead & { readonly journals: Record<string, string> } => {
  const staging = new Staging(fs, home, 'x');
  const progress = path.join(home, 'progress');
  const found =
    kind === 'csv'
      ? stageCsv(fs, file, staging, { progress, rolloverHour: 4 })
      : stageJson(fs, file, staging, progress);
  const journals = Object.fromEntries(
    fs
      .readdirSync(staging.folder)
      .map((name) => [name, fs.readFileSync(path.join(staging.folder, name), 'utf8')]),
  );
  staging.remove();
  expect(fs.existsSync(staging.folder)).toBe(false);
  return { ...found, journals };
};

const messages = ({ problems }: ImportRead): readonly string[] =>
  problems.listed.map(({ line, message }) => `${line}: ${message}`);

describe('an import of JSON', () => {
  it('puts each event into the journal of its device, in order, however the text is laid out', () => {
    const events = [
      event(0),
      event(1, { device: 'e' }),
      event(2),
      event(3, { type: 'praise', v: 7, more: { a: [1] } }),
    ];
    for (const text of [
      wrap(events.map((one) => JSON.stringify(one)).join(',')),
      JSON.stringify(JSON.parse(wrap(JSON.stringify(events).slice(1, -1))), undefined, 2),
    ]) {
      const { problems, journals } = read(text);
      expect(problems.listed).toEqual([]);
      expect(journals).toEqual({
        'd.jsonl': [events[0], events[2], events[3]]
          .map((one) => `${JSON.stringify(one)}\n`)
          .join(''),
        'e.jsonl': `${JSON.stringify(events[1])}\n`,
      });
    }
  });

  it.each([
    ['', '1: it is no JSON'],
    ['hello', '1: it is no JSON'],
    ['[]', '1: it is no export of llm-quiz: it should be an object'],
    ['{}', '1: it is no export that this version reads: schema is none, not "llm-quiz/export/1"'],
    [
      '{"schema":"llm-quiz/export/2","events":[]}',
      '1: it is no export that this version reads: schema is "llm-quiz/export/2", not "llm-quiz/export/1"',
    ],
    ['{"schema":"llm-quiz/export/1"}', '1: it has no list "events"'],
    ['{"schema":"llm-quiz/export/1","events":{}}', '1: it has no list "events"'],
    [wrap('1, 2'), '1: a value in the list is no object'],
    [wrap('[[]]'), '1: it is no object'],
    [wrap('{"a":}'), '1: it is no JSON'],
    [`{"schema":"llm-quiz/export/1","events":[{"v":1`, '1: the file ends in the middle'],
    ['['.repeat(100_000), '1: values are nested too deep'],
    [wrap(`${'{"a":'.repeat(9)}1${'}'.repeat(9)}`), '1: it is nested too deep'],
    [`{"events":[{"a":"${'x'.repeat(2 << 20)}"}]}`, '1: a value is too long'],
  ])('of %.60j says %j', (text, message) => {
    const found = read(text);
    expect(messages(found)).toContain(message);
    expect(found.journals).toEqual({});
  });

  it.each(['__proto__', 'constructor', 'prototype'])('takes no key %s, at any depth', (key) => {
    for (const bad of [
      `{"${key}":{"polluted":1}}`,
      JSON.stringify(event(0)).replace('"ms"', `"deep":{"a":{"${key}":1}},"ms"`),
    ]) {
      expect(messages(read(wrap(bad)))).toEqual([`1: the key "${key}" is not allowed`]);
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('lists every problem, with its line', () => {
    const bad = [
      event(0, { t: 'now' }),
      event(1, { device: '../etc' }),
      event(2, { rating: 'best', ms: -1 }),
      event(3),
      null,
      event(5, { day: 1e99 }),
    ];
    const found = read(wrap(`\n${bad.map((one) => JSON.stringify(one)).join(',\n')}\n`));
    expect(messages(found)).toEqual(
      expect.arrayContaining([
        '2: t: expected a whole number from -8640000000000000 to 8640000000000000, not "now"',
        '3: device: expected 1 to 64 letters, digits, - or _, not "../etc"',
        '4: rating: expected one of again, hard, good, easy, not "best"',
        '4: ms: expected a number from 0 to 1000000000000, not -1',
      ]),
    );
    expect(messages(found)).toContain('6: a value in the list is no object');
    expect(messages(found)).toContain(
      '7: day: expected a whole number from -1000000 to 10000000, not 1e+99',
    );
    expect(found.problems.count).toBe(messages(found).length);
  });

  it('keeps only the first of very many problems, and counts them all', () => {
    const many = LONG ? 2_000_000 : 100_000;
    const { problems } = read(wrap(Array.from({ length: many }, () => '{}').join(',')));
    expect([problems.count, problems.listed.length]).toEqual([7 * many, 200]);
    const { message } = importError('many.json', problems);
    expect(message.split('\n')).toHaveLength(202);
    expect(message).toMatch(new RegExp(`\n {2}and ${7 * many - 200} more$`));
  });

  it('of very many short lists is too long, and known to be so at once', () => {
    const text = `{${'"a":[],'.repeat(3_000_000)}"schema":"llm-quiz/export/1","events":[]}`;
    expect(messages(read(text))).toEqual(['1: a value is too long']);
  });

  it('is fed in pieces of any size', () => {
    const text = wrap(`{"a":"]}\\"{"}, {"b":[{}]}`);
    for (let size = 1; size < text.length; size++) {
      const items: string[] = [];
      const scanner = new JsonItems('events', 1000, (item) => items.push(item.text));
      for (let at = 0; at < text.length; at += size) scanner.write(text.slice(at, at + size));
      expect(items).toEqual(['{"a":"]}\\"{"}', '{"b":[{}]}']);
      expect(scanner.head()).toMatchObject({ schema: 'llm-quiz/export/1', events: [] });
    }
  });

  it(`reads ${LONG ? '10^6' : '10^5'} lines in little memory`, () => {
    const home = temporaryFolder();
    const file = path.join(home, 'many.json');
    const handle = fs.openSync(file, 'w');
    fs.writeSync(handle, '{"schema":"llm-quiz/export/1","events":[\n');
    const count = LONG ? 1_000_000 : 100_000;
    for (let n = 0; n < count; n += 1000) {
      const lines = Array.from({ length: 1000 }, (_, m) => JSON.stringify(event(n + m)));
      fs.writeSync(handle, `${n === 0 ? '' : ','}${lines.join(',\n')}`);
    }
    fs.writeSync(handle, ']}');
    fs.closeSync(handle);
    const staging = new Staging(fs, home, 'x');
    const found = stageJson(fs, file, staging, path.join(home, 'progress'));
    staging.remove();
    expect([found.events, found.problems.count]).toEqual([count, 0]);
  });
});

describe('an import of CSV', () => {
  const header = 'card_id,review_time,review_rating,review_state,review_duration';

  it('makes one journal whose name comes from what is in it', () => {
    const rows = ['"a ""b"", c",1790000000001,3,0,1200', 'd,1790000000000,1,,'];
    const found = read([header, ...rows].join('\r\n'), 'csv');
    expect(found.problems.listed).toEqual([]);
    const [[name = '', text = ''] = []] = Object.entries(found.journals);
    expect(name).toMatch(/^import-[0-9a-f]{16}\.jsonl$/);
    expect(
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { card: 'd', t: 1790000000000, rating: 'again', ms: 0, type: 'grade' },
      { card: 'a "b", c', t: 1790000000001, rating: 'good', ms: 1200 },
    ]);
    expect(Object.keys(read([header, ...rows].join('\n'), 'csv').journals)).toEqual([name]);
  });

  it('finds columns by their names, and takes those that matter', () => {
    const { journals } = read(
      'review_rating,extra,review_time,card_id\n4,x,1790000000000,c\n',
      'csv',
    );
    expect(Object.values(journals)[0]).toMatch(/"card":"c","rating":"easy","ms":0/);
  });

  it('lists every problem, with its line', () => {
    const found = read(
      [
        header,
        'a,soon,3,0,1',
        ',1790000000000,9,0,1',
        'x"y,1,1,1,1',
        'ok,1790000000000,3,2,5',
      ].join('\n'),
      'csv',
    );
    expect(messages(found)).toEqual([
      '2: review_time: "soon" is no whole number from 0 to 8640000000000000',
      '3: card_id: 1 to 512 characters',
      '3: review_rating: "9" is no whole number from 1 to 4',
      '4: the row is too long or its quotes do not match',
    ]);
    expect(found.journals).toEqual({});
  });

  it('keeps only the first of very many problems, and counts them all', () => {
    const { problems } = read(`${header}\n${'"\n'.repeat(100_000)}`, 'csv');
    expect([problems.count, problems.listed.length]).toEqual([100_000, 200]);
  });

  it.each([
    ['', 'the file is empty'],
    ['a,b\n', 'the first row has no column card_id, review_time, review_rating'],
  ])('of %j says %j', (text, message) => {
    expect(read(text, 'csv').problems.listed.map((problem) => problem.message)).toEqual([message]);
  });
});
