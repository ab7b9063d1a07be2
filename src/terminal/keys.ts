/** A key as screens know it: a name, or the character itself. */
export type Key = string;

/** What readline says of a key press. */
export interface KeyPress {
  readonly name?: string | undefined;
  readonly sequence?: string | undefined;
  readonly ctrl?: boolean | undefined;
  readonly meta?: boolean | undefined;
  readonly shift?: boolean | undefined;
}

const NAMED: ReadonlySet<string> = new Set([
  'space',
  'escape',
  'up',
  'down',
  'left',
  'right',
  'pageup',
  'pagedown',
  'home',
  'end',
  'backspace',
]);

/** The key of a press: `space`, `enter`, `pagedown`, `ctrl-c`, or a character such as `G` or `?`. */
export const keyOf = ({ name, sequence, ctrl, meta, shift }: KeyPress): Key => {
  if (name === 'return' || name === 'enter') return 'enter';
  if (ctrl === true) return `ctrl-${name ?? ''}`;
  if (name !== undefined && NAMED.has(name)) return name;
  if (meta === true) return `alt-${name ?? ''}`;
  if (sequence !== undefined && [...sequence].length === 1) return sequence;
  return shift === true ? (name ?? '').toUpperCase() : (name ?? '');
};

/** What a key does on a card. */
export type Command =
  | 'forward'
  | 'again'
  | 'hard'
  | 'good'
  | 'easy'
  | 'undo'
  | 'skip'
  | 'bury'
  | 'suspend'
  | 'hint'
  | 'keys'
  | 'quit'
  | 'lineDown'
  | 'lineUp'
  | 'pageDown'
  | 'pageUp'
  | 'top'
  | 'end';

/** The keys of a card: what the help screen lists is what works. */
export const BINDINGS: readonly {
  readonly command: Command;
  readonly keys: readonly Key[];
  /** As people write the keys. */
  readonly label: string;
  readonly about: string;
}[] = [
  {
    command: 'forward',
    keys: ['space', 'enter'],
    label: 'space enter',
    about: 'answer; next page; then grade',
  },
  { command: 'again', keys: ['1'], label: '1', about: 'again: not known' },
  { command: 'hard', keys: ['2'], label: '2', about: 'hard: known, with doubt' },
  { command: 'good', keys: ['3'], label: '3', about: 'good: known' },
  { command: 'easy', keys: ['4'], label: '4', about: 'easy: known at once' },
  { command: 'undo', keys: ['u'], label: 'u', about: 'undo the last one' },
  { command: 'skip', keys: ['s'], label: 's', about: 'skip for now' },
  { command: 'bury', keys: ['b'], label: 'b', about: 'bury until tomorrow' },
  { command: 'suspend', keys: ['x'], label: 'x', about: 'suspend (unsuspend brings it back)' },
  { command: 'hint', keys: ['h'], label: 'h', about: 'hint: one key point' },
  { command: 'lineDown', keys: ['j', 'down'], label: 'j down', about: 'scroll down' },
  { command: 'lineUp', keys: ['k', 'up'], label: 'k up', about: 'scroll up' },
  { command: 'pageDown', keys: ['pagedown', 'right', 'ctrl-f'], label: 'pgdn', about: 'next page' },
  {
    command: 'pageUp',
    keys: ['pageup', 'left', 'ctrl-b', 'backspace'],
    label: 'pgup',
    about: 'page back',
  },
  { command: 'top', keys: ['g', 'home'], label: 'g', about: 'top' },
  { command: 'end', keys: ['G', 'end'], label: 'G', about: 'end' },
  { command: 'keys', keys: ['?'], label: '?', about: 'these keys' },
  { command: 'quit', keys: ['q', 'escape', 'ctrl-d'], label: 'q esc', about: 'save and quit' },
];

const BY_KEY: ReadonlyMap<Key, Command> = new Map(
  BINDINGS.flatMap(({ command, keys }) => keys.map((key) => [key, command] as const)),
);

export const commandOf = (key: Key): Command | undefined => BY_KEY.get(key);
