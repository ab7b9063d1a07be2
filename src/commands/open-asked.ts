import { type Context, type OpenedDeck, openDeck } from './context.ts';
import { type DeckFlags, outlineOptions } from './flag-values.ts';

/** Opens the deck that the flags ask for. */
export const openAsked = (context: Context, flags: DeckFlags): Promise<OpenedDeck> =>
  openDeck(context, flags.deck, outlineOptions(flags));
