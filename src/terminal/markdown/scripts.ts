const SUPERSCRIPTS = pairs(
  '0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθφχ⊤′″ ',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᵠᵡᵀ′″ ',
);
const SUBSCRIPTS = pairs(
  '0123456789+-−=()aehijklmnoprstuvxβγρφχ ',
  '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ ',
);

/** The text in raised characters, if Unicode has one for each of its characters. */
export const superscript = (text: string): string | undefined => convert(text, SUPERSCRIPTS);

/** The text in lowered characters, if Unicode has one for each of its characters. */
export const subscript = (text: string): string | undefined => convert(text, SUBSCRIPTS);

const convert = (text: string, table: ReadonlyMap<string, string>): string | undefined => {
  const characters = Array.from(text, (character) => table.get(character));
  return characters.includes(undefined) ? undefined : characters.join('');
};

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const targets = [...to];
  return new Map(Array.from(from, (character, index) => [character, targets[index] ?? character]));
}
