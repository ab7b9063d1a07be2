/** What a run of the program ends with. */
export const EXIT = { ok: 0, problems: 1, usage: 2, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * Something that the person at the terminal can do something about. `message` says what and
 * where, `help` what to do. Any other error is a fault of the program.
 */
export class QuizError extends Error {
  override readonly name = 'QuizError' as const;
  readonly help: string;
  readonly exitCode: ExitCode;

  constructor(
    message: string,
    help: string,
    options: { readonly exitCode?: ExitCode; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.help = help;
    this.exitCode = options.exitCode ?? EXIT.problems;
  }
}

/** The words of the system for what went wrong with a file, such as "permission denied". */
export const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = REASONS[code];
  if (known !== undefined) return `${known} (${code})`;
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? error.name) : String(error);
};

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EFBIG: 'the file may not grow further',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a symbolic link',
  EMFILE: 'too many open files',
  EIO: 'the disk reported an error',
};
