import type { Rating } from '../memory.ts';
import { daysSince } from '../study-day.ts';
import { type StudyDay, toStudyDay } from '../units.ts';
import { type Calibration, calibrate } from './calibration.ts';
import { afterGrade, type PlanCard, type PlanMemory } from './card.ts';
import { soundCosts } from './costs.ts';
import { horizonOf } from './horizon.ts';
import { recallAt } from './model.ts';
import { FIRST_SHARES, PASS_SHARES } from './outlook.ts';
import { afterPick, createQueue, nextPick, type PlanRequest, soundMinutes } from './queue.ts';

/** What a day of the plan is expected to hold. */
export interface PlannedDay {
  readonly day: StudyDay;
  readonly new: number;
  readonly review: number;
  readonly minutes: number;
}

/** The plan gone through once, as it is expected to go. */
export interface Rehearsal {
  readonly days: readonly PlannedDay[];
  /** The cards as they are expected to stand at the end; of a large deck, every n-th. */
  readonly cards: readonly PlanCard[];
  /** Cards that were new and are seen at the end, in the whole deck. */
  readonly introduced: number;
}

/** Of larger decks every n-th card is gone through, in an n-th of the time. */
const MOST_CARDS = 500;

/**
 * Goes through the plan day by day, with the policy itself. Chance is replaced by evenly spread
 * numbers (the R2 sequence), so that of 100 reviews at 80 % very nearly 80 are passed, and the same
 * request always gives the same plan.
 *
 * @param learner how this learner recalls where the model says p
 * @see Roberts 2018, https://extremelearning.com.au/unreasonable-effectiveness-of-quasirandom-sequences/
 */
export const rehearse = (request: PlanRequest, learner: Calibration): Rehearsal => {
  const every = Math.max(1, Math.ceil(request.cards.length / MOST_CARDS));
  const state = {
    cards: sampleOf(request.cards, every),
    chance: 0,
    learner,
  };
  const daily = soundMinutes(request.minutes) / every;
  const length = horizonOf(request.deadline, request.today).days;
  const days: PlannedDay[] = [];
  let spent = (request.spent ?? 0) / every;
  for (let ahead = 0; ahead < length; ahead++) {
    const today = toStudyDay(request.today + ahead);
    const done = studyDay(state, { ...request, today, minutes: daily, spent, cards: state.cards });
    // The part of a card that one day overdraws is a whole card in an n-th of the time.
    spent = every > 1 ? Math.max(0, -done.left) : 0;
    days.push({
      day: today,
      new: done.new * every,
      review: done.review * every,
      minutes: (done.seconds * every) / 60,
    });
  }
  const unseen = request.cards.filter(({ memory }) => memory === undefined).length;
  const introduced = Math.min(
    unseen,
    days.reduce((sum, day) => sum + day.new, 0),
  );
  return { days, cards: state.cards, introduced };
};

/** Every n-th card of those that are new, and of the others, so that both keep their share. */
const sampleOf = (cards: readonly PlanCard[], every: number): PlanCard[] => {
  if (every === 1) return [...cards];
  const places = { new: 0, seen: 0 };
  return cards.filter(({ memory }) => {
    const kind = memory === undefined ? 'new' : 'seen';
    return places[kind]++ % every === 0;
  });
};

interface Rehearsing {
  readonly cards: PlanCard[];
  /** Answers given so far: the place in the sequence. */
  chance: number;
  readonly learner: Calibration;
}

interface StudiedDay {
  readonly new: number;
  readonly review: number;
  readonly seconds: number;
  readonly left: number;
}

const studyDay = (state: Rehearsing, request: PlanRequest): StudiedDay => {
  const costs = soundCosts(request.costs);
  const place = new Map(state.cards.map(({ key }, index) => [key, index]));
  let queue = createQueue(request);
  let seconds = 0;
  for (let pick = nextPick(queue); pick !== undefined; pick = nextPick(queue)) {
    const index = place.get(pick.key) ?? 0;
    const card = state.cards[index];
    const rating = ratingOf(state, card?.memory, request.today);
    const taken = pick.lane === 'new' ? costs.new : rating === 'again' ? costs.fail : costs.pass;
    if (card !== undefined)
      state.cards[index] = { ...card, memory: afterGrade(card.memory, rating, request.today) };
    queue = afterPick(queue, pick, taken);
    seconds += taken;
  }
  const { shown, left } = queue;
  return { new: shown.new, review: shown.fading + shown.steady, seconds, left };
};

const ratingOf = (state: Rehearsing, memory: PlanMemory | undefined, today: StudyDay): Rating => {
  const at = state.chance++;
  const first = (0.5 + at * 0.7548776662466927) % 1;
  if (memory === undefined) return firstRating(first);
  const recall = recallAt(daysSince(memory.lastDay, today), memory.stability);
  if (first >= calibrate(state.learner, recall)) return 'again';
  return passRating((0.5 + at * 0.5698402909980532) % 1);
};

const firstRating = (chance: number): Rating => {
  const { again, hard, good } = FIRST_SHARES;
  if (chance < again) return 'again';
  if (chance < again + hard) return 'hard';
  return chance < again + hard + good ? 'good' : 'easy';
};

const passRating = (chance: number): Rating => {
  if (chance < PASS_SHARES.hard) return 'hard';
  return chance < PASS_SHARES.hard + PASS_SHARES.good ? 'good' : 'easy';
};
