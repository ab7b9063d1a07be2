/** Tells what is wrong with a value, as a phrase; undefined where nothing is. */
export type Check = (value: unknown) => string | undefined;

/** The fields of an event in their order, and what each must be. */
export type Fields = readonly (readonly [name: string, check: Check])[];

/** What a Date can hold, to both sides of 1970. */
export const LAST_INSTANT = 8.64e15;
/** The study days that an event may be of. */
export const DAYS = { first: -1_000_000, last: 10_000_000 } as const;
export const LONGEST_ANSWER = 1e12;
const LONGEST_KEY = 512;
const LONGEST_NOTE = 10_000;
const NAME = /^[\w-]{1,64}$/;

export const isName = (value: unknown): value is string =>
  typeof value === 'string' && NAME.test(value);

export const isWholeWithin = (value: unknown, min: number, max: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;

/** Whether a value can be what a card or a setting is called. */
export const isKey = (value: unknown): value is string =>
  typeof value === 'string' && value.length >= 1 && value.length <= LONGEST_KEY;

const expect =
  (what: string, isRight: (value: unknown) => boolean): Check =>
  (value) =>
    isRight(value) ? undefined : `expected ${what}, not ${quote(value)}`;

const quote = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}...` : text;
};

const whole = (min: number, max: number): Check =>
  expect(`a whole number from ${min} to ${max}`, (value) => isWholeWithin(value, min, max));
const text = expect('a text', (value) => typeof value === 'string');
const number = expect('a number', Number.isFinite);
const name = expect('1 to 64 letters, digits, - or _', isName);
const key = expect(`a text of 1 to ${LONGEST_KEY} characters`, isKey);
const day = whole(DAYS.first, DAYS.last);
const oneOf = (...values: readonly string[]): Check =>
  expect(`one of ${values.join(', ')}`, (value) => values.includes(value as string));
const card: Fields = [['card', key]];

/** What every event has, of whatever version and type. */
export const HEAD: Fields = [
  ['v', expect('a whole number from 1 on', (value) => isWholeWithin(value, 1, Number.MAX_VALUE))],
  ['id', name],
  ['device', name],
  ['session', name],
  ['t', whole(-LAST_INSTANT, LAST_INSTANT)],
  ['day', day],
  ['type', expect('a text', (value) => typeof value === 'string' && value !== '')],
];

/** What the events of each type have behind their head. */
export const HAPPENINGS: ReadonlyMap<string, Fields> = new Map<string, Fields>([
  [
    'start',
    [
      ['deck', expect('a text or null', (value) => value === null || typeof value === 'string')],
      ['filter', text],
      ['seed', number],
      ['cards', expect('a list of cards', (value) => Array.isArray(value) && value.every(isKey))],
      ['pid', number],
    ],
  ],
  ['end', [['reason', oneOf('done', 'quit', 'interrupted')]]],
  [
    'grade',
    [
      ['card', key],
      ['rating', oneOf('again', 'hard', 'good', 'easy')],
      [
        'ms',
        expect(
          `a number from 0 to ${LONGEST_ANSWER}`,
          (value) => typeof value === 'number' && value >= 0 && value <= LONGEST_ANSWER,
        ),
      ],
    ],
  ],
  [
    'undo',
    [
      ['target', text],
      ['card', (value) => (value === undefined ? undefined : key(value))],
    ],
  ],
  ['suspend', card],
  ['unsuspend', card],
  ['mark', card],
  ['unmark', card],
  ['reset', card],
  [
    'bury',
    [
      ['card', key],
      ['until', day],
    ],
  ],
  [
    'seen',
    [
      ['card', key],
      ['question', text],
      ['answer', text],
    ],
  ],
  [
    'note',
    [
      ['card', key],
      [
        'text',
        expect(
          `a text of at most ${LONGEST_NOTE} characters`,
          (value) => typeof value === 'string' && value.length <= LONGEST_NOTE,
        ),
      ],
    ],
  ],
  [
    'alias',
    [
      ['from', key],
      ['to', key],
    ],
  ],
  [
    'set',
    [
      ['key', key],
      [
        'value',
        expect(
          'a text, a number, true, false or null',
          (value) =>
            value === null ||
            typeof value === 'string' ||
            typeof value === 'boolean' ||
            Number.isFinite(value),
        ),
      ],
    ],
  ],
]);
