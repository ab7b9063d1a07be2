import type { SessionDriver } from '../../session/driver.ts';
import type { Action } from '../../session/machine.ts';
import type { Summary } from '../../session/summary.ts';
import { CardContent } from '../card-content.ts';
import type { Keymap } from '../keys.ts';
import type { Begin, Opening } from '../stages/opening-stage.ts';
import type { StudyResult } from '../stages/stage.ts';
import { CardTalk, type CardTalkOptions, type Reply } from './card-talk.ts';
import { type Command, createVocabulary, type Vocabulary, type Word } from './commands.ts';
import { type Dialogue, type Heard, say, type Turn, type Utterance } from './speech.ts';
import type { CardSpeaker } from './spoken-answer.ts';
import { failureTurn, resumeTurn, speakUndone, welcomeTurn } from './spoken-pages.ts';
import { speakSummary } from './spoken-summary.ts';
import { SPOKEN_THEME } from './theme.ts';

export interface SpokenSessionOptions
  extends Pick<CardTalkOptions, 'readBody' | 'elapsed' | 'columns'> {
  readonly opening: Opening;
  /** The person's keys: those that are letters are typed as such. */
  readonly keymap: Keymap;
  readonly begin: Begin;
  readonly summarise: (driver: SessionDriver) => Summary;
  /** What the words `open` and `edit` do; without it, these words are not offered. */
  readonly helpers?: CardTalkOptions['helpers'];
}

const NOTE_PROMPT =
  'Type your note. A minus sign alone takes it away, Enter alone leaves it as it is:';
const NO_CHOICE = 'That is none of the choices.';
const OVER: Turn = { said: [], prompt: undefined };

/**
 * The study session by lines, without a terminal: a line in, sentences out, and nothing that was
 * said is ever changed. It knows only where in the talk it is; everything about learning is in
 * the driver's state.
 */
export class SpokenSession implements Dialogue {
  readonly #options: SpokenSessionOptions;
  readonly #talkOptions: CardTalkOptions;
  readonly #vocabulary: Vocabulary;
  #speaker: CardSpeaker | undefined;
  #talk: CardTalk | undefined;
  #driver: SessionDriver | undefined;
  #hasFailed = false;
  #isNoting = false;
  #result: StudyResult | undefined;

  constructor(options: SpokenSessionOptions) {
    this.#options = options;
    const { readBody, elapsed, columns, helpers } = options;
    this.#vocabulary = createVocabulary(options.keymap);
    this.#talkOptions = {
      content: new CardContent(readBody, SPOKEN_THEME),
      readBody,
      elapsed,
      columns,
      helpers,
      vocabulary: this.#vocabulary,
      speaker: () => this.#speaker,
    };
  }

  /** How it ended; undefined while it goes on. */
  get result(): StudyResult | undefined {
    return this.#result;
  }

  /** Gives the session what renders answers; before that, none is asked for. */
  setSpeaker(speaker: CardSpeaker): void {
    this.#speaker = speaker;
  }

  open(): Turn {
    const { opening } = this.#options;
    const quit = this.#vocabulary.nameOf('quit');
    if (opening.kind === 'welcome') return welcomeTurn(opening.view, quit);
    if (opening.kind === 'resume') return resumeTurn(opening.view, quit);
    return this.#begin('new');
  }

  hear(heard: Heard): Turn | Promise<Turn> {
    if (heard.kind === 'interrupt') return this.#interrupt();
    const line = heard.kind === 'end' ? 'quit' : heard.text;
    const [driver, talk] = [this.#driver, this.#talk];
    if (driver === undefined || talk === undefined) return this.#hearOpening(line.trim());
    const isNote = this.#isNoting && heard.kind === 'line';
    this.#isNoting = false;
    const command = this.#vocabulary.parse(line);
    if (this.#hasFailed) return this.#hearFailure(command, driver, talk);
    if (driver.state.phase === 'finished') return this.#hearSummary(command, driver, talk);
    return this.#follow(isNote ? talk.note(line) : talk.hear(command), driver, talk);
  }

  #begin(choice: 'new' | 'resumed'): Turn {
    const driver = this.#options.begin(choice);
    const talk = new CardTalk(this.#talkOptions, driver);
    this.#driver = driver;
    this.#talk = talk;
    return driver.state.phase === 'finished' ? this.#close(driver) : talk.begin([]);
  }

  #interrupt(): Turn {
    this.#driver?.dispatch({ kind: 'interrupt' });
    this.#result = 'interrupted';
    const deeds = this.#driver?.state.deeds ?? [];
    const graded = deeds.filter(({ what }) => what.kind === 'grade').length;
    return { said: say(`Stopped: ${graded} graded, all saved.`), prompt: undefined };
  }

  #hearOpening(line: string): Turn {
    const { opening } = this.#options;
    const word = line.toLowerCase();
    if (word === '') return this.#begin(opening.kind === 'resume' ? 'resumed' : 'new');
    if (opening.kind === 'resume' && ['n', 'new'].includes(word)) return this.#begin('new');
    const canChoose = opening.kind === 'welcome' && opening.view.canChoose;
    if (isWord(this.#vocabulary.parse(line), 'quit')) this.#result = 'left';
    else if (canChoose && ['c', 'chapters'].includes(word)) this.#result = 'chapters';
    else return { said: say(NO_CHOICE), prompt: this.open().prompt };
    return OVER;
  }

  #hearFailure(command: Command, driver: SessionDriver, talk: CardTalk): Turn {
    this.#hasFailed = false;
    const isFinished = driver.state.phase === 'finished';
    if (!isWord(command, 'quit')) return isFinished ? this.#summary(driver, []) : talk.ask([]);
    if (!isFinished) return this.#do({ kind: 'quit' }, [], driver, talk);
    this.#result = 'ended';
    return OVER;
  }

  #hearSummary(command: Command, driver: SessionDriver, talk: CardTalk): Turn | Promise<Turn> {
    const last = driver.state.deeds.at(-1);
    if (isWord(command, 'undo') && last !== undefined) {
      const said = speakUndone(last);
      return this.#follow({ kind: 'do', action: { kind: 'undo' }, said }, driver, talk);
    }
    if (command.kind !== 'enter' && !isWord(command, 'quit')) {
      return { said: say(NO_CHOICE), prompt: this.#summaryPrompt };
    }
    this.#result = 'ended';
    return OVER;
  }

  #follow(reply: Reply, driver: SessionDriver, talk: CardTalk): Turn | Promise<Turn> {
    switch (reply.kind) {
      case 'ask':
        return talk.ask(reply.said);
      case 'present':
        return talk.present(reply.said);
      case 'do':
        return this.#do(reply.action, reply.said, driver, talk);
      case 'wait':
        return reply.told.then((told) =>
          driver.state.phase === 'finished'
            ? this.#summary(driver, say(told))
            : talk[reply.next](say(told)),
        );
      case 'note':
        this.#isNoting = true;
        return { said: [], prompt: NOTE_PROMPT };
    }
  }

  #do(action: Action, said: readonly Utterance[], driver: SessionDriver, talk: CardTalk): Turn {
    driver.dispatch(action);
    if (action.kind === 'quit') return this.#close(driver);
    if (driver.failure !== undefined) {
      this.#hasFailed = true;
      return failureTurn(driver.failure, this.#vocabulary.nameOf('quit'));
    }
    if (driver.state.phase === 'finished') return this.#summary(driver, said);
    const isSameCard = ['reveal', 'hint', 'mark', 'note'].includes(action.kind);
    return isSameCard ? talk.ask(said) : talk.begin(said);
  }

  get #summaryPrompt(): string {
    return `Press Enter to close, or type ${this.#vocabulary.nameOf('undo')} to undo the last card:`;
  }

  /** The summary, while the last card can still be taken back. */
  #summary(driver: SessionDriver, said: readonly Utterance[]): Turn {
    const summary = speakSummary(this.#options.summarise(driver), driver.moment);
    return { said: [...said, ...summary], prompt: this.#summaryPrompt };
  }

  #close(driver: SessionDriver): Turn {
    this.#result = 'ended';
    return { said: this.#summary(driver, []).said, prompt: undefined };
  }
}

const isWord = (command: Command, word: Word): boolean =>
  command.kind === 'word' && command.word === word;
