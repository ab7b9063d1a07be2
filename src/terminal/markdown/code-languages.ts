/** How the text of a programming language is told apart. */
export interface Language {
  /**
   * Finds the next thing of note. Its named group says what it is: the name of a syntax style, or
   * `word` for what the lists below decide over; without one it is plain. Every alternative takes
   * time in proportion to what it takes in, and what is never closed ends with its line or the code.
   */
  readonly pattern: RegExp;
  readonly keywords: ReadonlySet<string>;
  /** Words that stand for a value; they are dressed as numbers are. */
  readonly constants: ReadonlySet<string>;
  /** Words that a name is given after. */
  readonly introducers: ReadonlySet<string>;
  readonly ignoresCase: boolean;
}

const words = (list = ''): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

const language = (
  pattern: RegExp,
  lists: {
    readonly keywords?: string;
    readonly constants?: string;
    readonly introducers?: string;
    readonly ignoresCase?: boolean;
  } = {},
): Language => ({
  pattern,
  keywords: words(lists.keywords),
  constants: words(lists.constants),
  introducers: words(lists.introducers),
  ignoresCase: lists.ignoresCase ?? false,
});

/** The alternatives as one pattern; `m` lets `^` and `$` stand for the ends of a line. */
const anyOf = (...alternatives: readonly RegExp[]): RegExp =>
  new RegExp(alternatives.map(({ source }) => source).join('|'), 'gmu');

/** With its letters, so that no part of `0x1F`, `1e-5` or `10px` is looked at twice. */
const NUMBER = /(?<number>\d(?:[\p{L}\p{N}_.]|(?<=[eE])[+-](?=\d))*)/u;
const WORD = /(?<word>[\p{L}_$][\p{L}\p{N}_$]*)/u;
/** A name after a dot is one of a field, whatever it says. */
const FIELD = /(?:\.[\p{L}_$][\p{L}\p{N}_$]*)/u;

const PYTHON = language(
  anyOf(
    /(?<comment>#.*)/,
    /(?<string>(?:(?<![\p{L}\p{N}_])[rbfuRBFU]{1,2})?(?:"""(?:\\[\s\S]|[^\\])*?(?:"""|(?![\s\S]))|'''(?:\\[\s\S]|[^\\])*?(?:'''|(?![\s\S]))|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?))/u,
    /(?<title>@[\p{L}_][\p{L}\p{N}_.]*)/u,
    FIELD,
    NUMBER,
    WORD,
  ),
  {
    keywords: `and as assert async await break class continue def del elif else except finally for
      from global if import in is lambda nonlocal not or pass raise return try while with yield`,
    constants: 'True False None Ellipsis NotImplemented',
    introducers: 'class def',
  },
);

const TYPESCRIPT = language(
  anyOf(
    /(?<comment>\/\/.*|\/\*[\s\S]*?(?:\*\/|(?![\s\S])))/,
    /(?<string>"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|`(?:\\[\s\S]|[^`\\])*`?)/u,
    // A slash after one of these begins a regular expression, after anything else it divides.
    /(?<=[=(,:;!&|?[{}]\s{0,20}|^\s{0,20}|\breturn\s)(?<regexp>\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n]){0,200}\]|[^/\\[\n]){1,400}\/[a-z]*)/u,
    FIELD,
    // A key of an object or a parameter with a type.
    /(?:(?!default\b)[\p{L}_$][\p{L}\p{N}_$]*(?=\??:))/u,
    NUMBER,
    WORD,
  ),
  {
    keywords: `abstract as async await break case catch class const continue debugger declare default
      delete do else enum export extends finally for from function if implements import in
      instanceof interface let namespace new of override private protected public readonly return
      satisfies static switch throw try type typeof using var void while with yield`,
    constants: 'true false null undefined NaN Infinity',
    introducers: 'class enum function interface namespace type',
  },
);

const JSON_DATA = language(
  anyOf(
    /(?<comment>\/\/.*|\/\*[\s\S]*?(?:\*\/|(?![\s\S])))/,
    /(?<title>"(?:\\.|[^"\\\n])*"(?=\s{0,20}:))/u,
    /(?<string>"(?:\\.|[^"\\\n])*"?)/u,
    NUMBER,
    WORD,
  ),
  { constants: 'true false null' },
);

const SHELL = language(
  anyOf(
    /(?<comment>#.*)/,
    /(?<heredoc><<-?[ \t]?(?<quote>['"]?)(?<end>[A-Za-z_]\w*)\k<quote>.*(?:\n(?![ \t]*\k<end>$).*)*(?:\n.*)?)/u,
    /(?<string>"(?:\\[\s\S]|[^"\\])*"|\$?'[^']*')/u,
    /(?:\\[\s\S]|\$\{[^}\n]*\}?|\$(?:\w+|[#@*?$!-])|--?[\w-]+)/u,
    /(?<number>\d+(?:\.\d+)?(?![^\s;&|()<>]))/u,
    // Paths, names with dashes and the like are one word: the `local` in /usr/local is none.
    /(?<word>[^\s'"`$\\;&|()<>{}[\]]+)/u,
  ),
  {
    keywords: `if then elif else fi for while until do done case esac in function return exit break
      continue export local readonly declare unset`,
    constants: 'true false',
    introducers: 'function',
  },
);

const SQL = language(
  anyOf(
    /(?<comment>--.*|\/\*[\s\S]*?(?:\*\/|(?![\s\S])))/,
    /(?<string>'(?:''|[^'])*')/u,
    /(?:"[^"\n]*"?|`[^`\n]*`?)/u,
    FIELD,
    NUMBER,
    WORD,
  ),
  {
    keywords: `add all alter analyze and any as asc begin between by cascade case check collate column
      commit conflict constraint create cross database declare default delete desc distinct do drop
      else end except execute exists explain fetch for foreign from full function grant group having
      if ilike in index inner insert intersect into is join key language lateral left like limit
      natural not nothing offset on or order outer over partition primary procedure recursive
      references replace return returning returns revoke right rollback row rows schema select set
      table then to transaction trigger truncate union unique update using values view when where
      window with`,
    constants: 'true false null',
    ignoresCase: true,
  },
);

const YAML = language(
  anyOf(
    /(?<comment>(?<!\S)#.*)/u,
    /(?:^(?:---|\.\.\.)|(?<!\S)[&*!][^\s,]+)/u,
    /(?<=^[ \t-]{0,60})(?<title>(?:"(?:\\.|[^"\\\n])*"|'[^'\n]*'|[^\s'"#&*!|>%@,[\]{}:-][^\n:#]*)(?=:(?:[ \t]|$)))/u,
    /(?<=[{,][ \t]?)(?<key>(?:"(?:\\.|[^"\\\n])*"|[^\s'"#&*!|>%@,[\]{}:-][^\n:#,[\]{}]*)(?=:(?:[ \t]|$)))/u,
    /(?<string>"(?:\\.|[^"\\\n])*"?|'[^'\n]*'?)/u,
    /(?<number>(?:true|false|null|yes|no|on|off|~|[+-]?\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)(?=[ \t]{0,20}(?:$|[,\]}]|[ \t]#)))/u,
    /(?<scalar>(?:[^\s'"#&*!|>%@,[\]{}:`?-]|-(?=\S))(?:[^\n#,\]}]|(?<=\S)#)*)/u,
  ),
);

const DIFF = language(
  anyOf(
    /(?<keyword>^(?:@@|\+\+\+ |--- |diff |index |Index: |={3,}|\*{3}).*)/u,
    /(?<string>^[+>].*)/u,
    /(?<comment>^[<-].*)/u,
  ),
);

const NAMES: readonly (readonly [Language, string])[] = [
  [PYTHON, 'python py python3 py3 ipython pycon'],
  [TYPESCRIPT, 'javascript js jsx mjs cjs node typescript ts tsx mts cts'],
  [JSON_DATA, 'json jsonc json5 jsonl ndjson'],
  [SHELL, 'bash sh shell zsh ksh console shell-session shellsession'],
  [SQL, 'sql mysql postgres postgresql pgsql psql sqlite plsql tsql'],
  [YAML, 'yaml yml'],
  [DIFF, 'diff patch'],
];

const LANGUAGES: ReadonlyMap<string, Language> = new Map(
  NAMES.flatMap(([known, names]) => names.split(' ').map((name) => [name, known] as const)),
);

/** The language that a fence names, or `undefined` where its code is shown plain. */
export const languageOf = (name: string): Language | undefined => LANGUAGES.get(name.toLowerCase());
