import fs from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { checkEvent } from '../../src/progress/check-event.ts';
import { exportJson } from '../../src/storage/export-json.ts';
import { stageJson } from '../../src/storage/import-json.ts';
import { Staging } from '../../src/storage/staging.ts';
import { ROOT, temporaryFolder } from '../support/quiz.ts';

const V1 = path.join(ROOT, 'test', 'fixtures', 'formats', 'v1', 'progress');
const schema = JSON.parse(fs.readFileSync(path.join(ROOT, 'docs', 'export.schema.json'), 'utf8'));
// Dates are left to those who use them.
const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);

type Value = Record<string, unknown>;
const exported = (): { events: Value[] } & Value =>
  JSON.parse(
    [...exportJson(fs, V1, { program: '1.2.3', exportedAt: '2026-12-01T09:00:00.000Z' })].join(''),
  );

/** Values of every kind, to be put in the place of a right one. */
const OTHERS: readonly unknown[] = [null, true, -1, 1.5, 1e300, '', 'text', [], {}];

describe('an export', () => {
  it('has every event of every type as it stands, and no damaged line', () => {
    const { events, ...head } = exported();
    const lines = fs
      .readdirSync(V1)
      .flatMap((name) => fs.readFileSync(path.join(V1, name), 'utf8').split('\n'))
      .filter((line) => line.endsWith('}'));
    expect(head).toEqual({
      schema: 'llm-quiz/export/1',
      program: '1.2.3',
      exportedAt: '2026-12-01T09:00:00.000Z',
    });
    expect(events).toEqual(lines.map((line) => JSON.parse(line)));
  });

  it('is what its published schema says', () => {
    expect([validate(exported()), validate.errors]).toEqual([true, null]);
  });

  it('comes back by an import byte for byte', () => {
    const home = temporaryFolder();
    const file = path.join(home, 'all.json');
    fs.writeFileSync(file, [...exportJson(fs, V1, { program: '1', exportedAt: 'x' })].join(''));
    const staging = new Staging(fs, home, 'x');
    expect(stageJson(fs, file, staging, path.join(home, 'progress')).problems.listed).toEqual([]);
    for (const name of fs.readdirSync(V1)) {
      const whole = fs.readFileSync(path.join(V1, name), 'utf8').replace('{"v":1,"id":"torn\n', '');
      expect(fs.readFileSync(path.join(staging.folder, name), 'utf8')).toBe(whole);
    }
    staging.remove();
  });
});

describe('the schema and the import', () => {
  it('agree on every field of every event, whatever stands in its place', () => {
    const { events } = exported();
    const wrap = (event: unknown): unknown => ({ schema: 'llm-quiz/export/1', events: [event] });
    const disagree = events.flatMap((event) =>
      Object.keys(event).flatMap((key) => {
        const { [key]: _, ...without } = event;
        return [without, ...OTHERS.map((value) => ({ ...event, [key]: value }))].flatMap(
          (changed) =>
            validate(wrap(changed)) === (checkEvent(changed).length === 0)
              ? []
              : [JSON.stringify(changed)],
        );
      }),
    );
    expect(disagree).toEqual([]);
  });
});
