import { pastDaySentence } from '../screens/text-screens.ts';
import type { PastDayQuestion } from '../stages/past-day-stage.ts';
import type { StudyResult } from '../stages/stage.ts';
import { type Dialogue, type Heard, say, type Turn } from './speech.ts';

const CHOOSE = 'Type 1 or 2, or q to quit. Enter alone means 1, a new date:';
const DATE = 'Type the day of the next interview, such as 2026-12-15. Enter alone goes back:';
const OVER: Turn = { said: [], prompt: undefined };

/** The interview is over: a new date, or no plan any more, by lines. */
export class PastDayDialogue implements Dialogue {
  readonly #question: PastDayQuestion;
  #isDating = false;
  #result: StudyResult = 'left';

  constructor(question: PastDayQuestion) {
    this.#question = question;
  }

  /** How it was left: `replanned` where the learner decided. */
  get result(): StudyResult {
    return this.#result;
  }

  open(): Turn {
    return {
      said: say(
        pastDaySentence(this.#question.view),
        'Is there another one?',
        '1. A new date.',
        '2. Go on without a plan: cards come by their due dates.',
      ),
      prompt: CHOOSE,
    };
  }

  hear(heard: Heard): Turn {
    if (heard.kind === 'interrupt') {
      this.#result = 'interrupted';
      return { said: say('Stopped.'), prompt: undefined };
    }
    if (heard.kind === 'end') return OVER;
    const line = heard.text.trim();
    if (this.#isDating) return this.#hearDate(line);
    if (['q', 'quit'].includes(line.toLowerCase())) return OVER;
    if (line === '2') return this.#decided(this.#question.decide({ kind: 'no-plan' }), CHOOSE);
    if (line !== '' && line !== '1')
      return { said: say('The numbers go from 1 to 2.'), prompt: CHOOSE };
    this.#isDating = true;
    return { said: [], prompt: DATE };
  }

  #hearDate(line: string): Turn {
    if (line !== '')
      return this.#decided(this.#question.decide({ kind: 'date', text: line }), DATE);
    this.#isDating = false;
    return { said: [], prompt: CHOOSE };
  }

  #decided(wrong: string | undefined, prompt: string): Turn {
    if (wrong !== undefined) return { said: say(wrong), prompt };
    this.#result = 'replanned';
    return OVER;
  }
}
