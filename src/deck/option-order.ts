/** “All of the above”, as authors say it. */
const OF_THE_ABOVE = [
  /\b(?:of|to) the above\b/i,
  /\babove (?:options?|answers?|choices?|statements?)\b/i,
  /\b(?:all|any|both|either|neither|none) of (?:these|them|those|the (?:mentioned|listed|given))\b/i,
  /\b(?:de las|de los|das|dos|as|os) anteriores\b/i,
  /\bci-dessus\b|\b(?:toutes|aucune) (?:de )?ces réponses\b/i,
  /\b(?:der|die|den) (?:obigen|genannten)\b/i,
  /вышеперечисл|перечисленн|ниже и выше/i,
  /以上(?:都|皆|全|所有|选项|選項|答案|均|すべて|全て|のどれ|のいずれ)|上記(?:すべて|全て|のすべて|のいずれ)|いずれでもない/,
  /위의? (?:모두|모든|보기)|모두 (?:정답|해당)/,
];

/** Two or more options by their letters or numbers, such as “Both A and C”. */
const BY_LETTERS =
  /^(?:both |either |neither |only |options? |answers? )*\(?(?:[a-h]|[1-6])\)?(?:\s*(?:,|&|\/|、|\b(?:and|or|nor|y|o|e|ou|et|und|oder)\b|и|или|和|或|及)+\s*\(?(?:[a-h]|[1-6])\)?)+(?: only| both| (?:are|is) (?:correct|true|right))*[.!]?$/i;

/** Whether an option speaks of those above it, and so stands below them. */
export const isOfTheAbove = (text: string): boolean =>
  OF_THE_ABOVE.some((words) => words.test(text));

/** Whether an option names others by their letters, which so must stay where they are. */
export const namesOthers = (text: string): boolean => BY_LETTERS.test(text.trim());
