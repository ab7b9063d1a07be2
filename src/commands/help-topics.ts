/** A page of help that is of no single command. */
export interface Topic {
  readonly about: string;
  readonly text: string;
}

const EXIT_CODES = `Exit codes, which stay as they are from version to version:

    0  all is well; also after q, Esc or Ctrl-D in a session
    1  problems were found, or nothing matched: \`check\` with an error, \`read\`
       without a card, progress that cannot be saved
    2  wrong usage: an unknown command, flag, card or file, or a question without
       a terminal to ask it in; nothing was changed
  130  stopped by Ctrl-C; every grade was saved
  143  ended by SIGTERM (129: SIGHUP); every grade was saved, the terminal restored

Examples:
  llm-quiz check notes/ || echo "look at the problems"
  llm-quiz list --due >/dev/null && llm-quiz
`;

const ENVIRONMENT = `What the environment decides. A flag beats a variable, a variable a setting.

  NO_COLOR             no colour, where it is not empty
  FORCE_COLOR          colour, also into a pipe; 0 or false: none
  CLICOLOR_FORCE       colour, also into a pipe, unless it is 0
  CLICOLOR             0: no colour
  TERM                 dumb: by lines, as ACCESSIBLE; linux: no marks beyond ASCII
  ACCESSIBLE           by lines and in sentences, for screen readers; 0 or false: no
  NO_MOTION            nothing moves by itself: long work is said, not drawn
  FORCE_HYPERLINK      links that can be clicked (OSC 8); 0: none
  CI                   nothing is asked, as with --no-input; 0 or false: no
  VISUAL, EDITOR       what e opens a card with
  PAGER                what \`read\` shows a long text with
  DEBUG                where it is not empty: stack traces with errors
  LLM_QUIZ_HOME        the folder of settings, progress and caches together
  LLM_QUIZ_NOW         an instant to start the clock at: 2026-12-01T09:00:00Z
  LLM_QUIZ_THEME       default, light, dark or high-contrast
  LLM_QUIZ_WIDTH       columns that text may fill, 40 to 120
  XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_CACHE_HOME
                       where the folders are; \`llm-quiz paths\` prints them
  GITHUB_ACTIONS       true: \`check\` marks problems in the pull request
`;

/** What \`llm-quiz help TOPIC\` shows. */
export const TOPICS: ReadonlyMap<string, Topic> = new Map([
  ['exit-codes', { about: 'what a run ends with', text: EXIT_CODES }],
  ['environment', { about: 'variables that decide', text: ENVIRONMENT }],
]);
