import path from 'node:path';

/** Where everything of this user is kept. */
export interface Paths {
  readonly config: string;
  readonly data: string;
  readonly cache: string;
  /** Journals, one a device. */
  readonly progress: string;
  readonly snapshot: string;
  readonly settings: string;
  /** Copies of lines and files that could not be read. */
  readonly damaged: string;
  /** Dated copies, made before anything large is changed. */
  readonly backups: string;
}

/** What decides over the paths. */
export interface PathEnvironment {
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The folders of the XDG base directory specification, or one folder where LLM_QUIZ_HOME names
 * it. As the specification says, a value that is empty or relative does not count.
 *
 * @see https://specifications.freedesktop.org/basedir-spec/latest/
 */
export const resolvePaths = ({ home, env }: PathEnvironment): Paths => {
  const own = env['LLM_QUIZ_HOME'];
  const base = (name: string, fallback: string): string => {
    const value = env[name];
    const root = value !== undefined && path.isAbsolute(value) ? value : path.join(home, fallback);
    return path.join(root, 'llm-quiz');
  };
  const one = own === undefined || own === '' ? undefined : path.resolve(own);
  const data = one ?? base('XDG_DATA_HOME', '.local/share');
  const config = one ?? base('XDG_CONFIG_HOME', '.config');
  const cache = one === undefined ? base('XDG_CACHE_HOME', '.cache') : path.join(one, 'cache');
  return {
    config,
    data,
    cache,
    progress: path.join(data, 'progress'),
    snapshot: path.join(cache, 'snapshot.json'),
    settings: path.join(config, 'settings.json'),
    damaged: path.join(data, 'damaged'),
    backups: path.join(data, 'backups'),
  };
};
