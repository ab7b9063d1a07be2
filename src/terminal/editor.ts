/** A program and what it is called with. */
export interface Invocation {
  readonly command: string;
  readonly args: readonly string[];
}

/** The editor that a person asked for; `vi` is there on every Unix, Notepad on Windows. */
export const editorOf = (
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
): string => {
  const asked = [env['VISUAL'], env['EDITOR']].find((name) => name !== undefined && name !== '');
  return asked ?? (platform === 'win32' ? 'notepad' : 'vi');
};

/** How an editor is told to open a file at a line, and to come back when it is closed. */
export const editorInvocation = (editor: string, file: string, line: number): Invocation => {
  const [command = editor, ...args] = editor.trim().split(/\s+/);
  const name = (command.split(/[\\/]/).at(-1) ?? command).replace(/\.(?:exe|cmd)$/i, '');
  switch (name) {
    case 'code':
    case 'code-insiders':
    case 'codium':
    case 'cursor':
      return { command, args: [...args, '--wait', '--goto', `${file}:${line}`] };
    case 'subl':
    case 'zed':
      return { command, args: [...args, '--wait', `${file}:${line}`] };
    case 'hx':
    case 'helix':
      return { command, args: [...args, `${file}:${line}`] };
    case 'vi':
    case 'vim':
    case 'nvim':
    case 'nano':
    case 'pico':
    case 'micro':
    case 'emacs':
    case 'emacsclient':
    case 'kak':
      return { command, args: [...args, `+${line}`, file] };
    default:
      return { command, args: [...args, file] };
  }
};
