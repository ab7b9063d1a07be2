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
  'tab',
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
  | 'mark'
  | 'note'
  | 'edit'
  | 'open'
  | 'copy'
  | 'why'
  | 'keys'
  | 'quit'
  | 'lineDown'
  | 'lineUp'
  | 'pageDown'
  | 'pageUp'
  | 'top'
  | 'end';

/** A command of a card: the keys that do it, and how people read of it. */
export interface Binding {
  readonly command: Command;
  readonly keys: readonly Key[];
  readonly about: string;
}

/** The keys of a card as they come. Arrows, vi and emacs all move. */
export const DEFAULT_BINDINGS: readonly Binding[] = [
  { command: 'forward', keys: ['space', 'enter'], about: 'answer, next page, grade' },
  { command: 'again', keys: ['1'], about: 'again: not known' },
  { command: 'hard', keys: ['2'], about: 'hard: with doubt' },
  { command: 'good', keys: ['3'], about: 'good: known' },
  { command: 'easy', keys: ['4'], about: 'easy: at once' },
  { command: 'undo', keys: ['u'], about: 'undo the last one' },
  { command: 'skip', keys: ['s'], about: 'skip for now' },
  { command: 'bury', keys: ['b'], about: 'bury until tomorrow' },
  { command: 'suspend', keys: ['x'], about: 'suspend until unsuspend' },
  { command: 'hint', keys: ['h'], about: 'hint: one key point' },
  { command: 'mark', keys: ['m'], about: 'mark, or take it off' },
  { command: 'note', keys: ['n'], about: 'a note of your own' },
  { command: 'edit', keys: ['e'], about: 'edit in $EDITOR' },
  { command: 'open', keys: ['o'], about: 'open a link' },
  { command: 'copy', keys: ['y'], about: 'copy the answer' },
  { command: 'why', keys: ['w'], about: 'why this card now' },
  { command: 'lineDown', keys: ['j', 'down', 'ctrl-n'], about: 'scroll down' },
  { command: 'lineUp', keys: ['k', 'up', 'ctrl-p'], about: 'scroll up' },
  { command: 'pageDown', keys: ['pagedown', 'right', 'ctrl-f', 'ctrl-v'], about: 'next page' },
  {
    command: 'pageUp',
    keys: ['pageup', 'left', 'ctrl-b', 'alt-v', 'backspace'],
    about: 'page back',
  },
  { command: 'top', keys: ['g', 'home', 'alt-<'], about: 'top' },
  { command: 'end', keys: ['G', 'end', 'alt->'], about: 'end' },
  { command: 'keys', keys: ['?'], about: 'these keys' },
  { command: 'quit', keys: ['q', 'escape', 'ctrl-d'], about: 'save and quit' },
];

const isCommand = (name: string): name is Command =>
  DEFAULT_BINDINGS.some(({ command }) => command === name);

/** Which key does what, and what is wrong with what the person set. */
export interface Keymap {
  readonly bindings: readonly Binding[];
  readonly commandOf: (key: Key) => Command | undefined;
  /** A sentence for each part of the settings that was not used. */
  readonly problems: readonly string[];
}

/**
 * The keys with a person's own in place of those that come. Nobody is locked in: what would
 * leave a command of no return without a key, or give one key to two commands, is not used.
 */
export const createKeymap = (own: Readonly<Record<string, readonly string[]>> = {}): Keymap => {
  const problems: string[] = [];
  const taken = new Map<Key, Command>();
  const wanted = DEFAULT_BINDINGS.map((binding) => ({
    ...binding,
    keys: own[binding.command] ?? binding.keys,
  }));
  for (const name of Object.keys(own).filter((known) => !isCommand(known))) {
    problems.push(`There is no command ${JSON.stringify(name)} to give keys to.`);
  }
  // The person's own keys come first: a key that they move is taken from its old command.
  const isOwn = ({ command }: Binding): boolean => Object.hasOwn(own, command);
  for (const { command, keys } of [...wanted.filter(isOwn), ...wanted.filter((it) => !isOwn(it))]) {
    for (const key of keys) {
      const other = taken.get(key);
      if (other === undefined) taken.set(key, command);
      else if (isOwnKey(own, command)) {
        problems.push(
          `The key ${key} is set for ${other} and for ${command}; it is used for ${other}.`,
        );
      }
    }
  }
  const bindings = wanted.map((binding) => ({
    ...binding,
    keys: binding.keys.filter((key) => taken.get(key) === binding.command),
  }));
  for (const { command, keys } of bindings) {
    if (keys.length > 0 || !['quit', 'forward'].includes(command)) continue;
    return {
      ...createKeymap({}),
      problems: [
        ...problems,
        `No key is left for ${command}, so the keys of the settings are not used.`,
      ],
    };
  }
  return { bindings, commandOf: (key) => taken.get(key), problems };
};

const isOwnKey = (own: Readonly<Record<string, unknown>>, command: Command): boolean =>
  Object.hasOwn(own, command);

/** A key as people write it. */
export const labelOf = (key: Key): string =>
  ({ escape: 'esc', pagedown: 'pgdn', pageup: 'pgup' })[key] ?? key;
