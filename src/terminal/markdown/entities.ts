const NAMED: ReadonlyMap<string, string> = new Map(
  `amp:& lt:< gt:> quot:" apos:' copy:© reg:® trade:™ hellip:… mdash:— ndash:– lsquo:‘ rsquo:’
   ldquo:“ rdquo:” laquo:« raquo:» bull:• middot:· times:× divide:÷ plusmn:± minus:− deg:° micro:µ
   para:¶ sect:§ cent:¢ pound:£ euro:€ yen:¥ frac12:½ frac14:¼ frac34:¾ sup2:² sup3:³ larr:← rarr:→
   uarr:↑ darr:↓ harr:↔ rArr:⇒ hArr:⇔ le:≤ ge:≥ ne:≠ asymp:≈ equiv:≡ infin:∞ sum:∑ prod:∏ radic:√
   part:∂ nabla:∇ isin:∈ notin:∉ sub:⊂ sube:⊆ cap:∩ cup:∪ and:∧ or:∨ not:¬ forall:∀ exist:∃ empty:∅
   alpha:α beta:β gamma:γ delta:δ epsilon:ε zeta:ζ eta:η theta:θ iota:ι kappa:κ lambda:λ mu:μ nu:ν
   xi:ξ pi:π rho:ρ sigma:σ tau:τ upsilon:υ phi:φ chi:χ psi:ψ omega:ω Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ
   Pi:Π Sigma:Σ Phi:Φ Psi:Ψ Omega:Ω eacute:é egrave:è agrave:à uuml:ü ouml:ö auml:ä szlig:ß ccedil:ç
   ntilde:ñ check:✓`
    .split(/\s+/)
    .map((entry): [string, string] => [
      entry.slice(0, entry.indexOf(':')),
      entry.slice(entry.indexOf(':') + 1),
    ])
    .concat([
      ['nbsp', '\u00A0'],
      ['ensp', ' '],
      ['emsp', ' '],
      ['thinsp', ' '],
    ]),
);

/** Text of an HTML node with its character references decoded; an unknown one stays as it is. */
export const decodeEntities = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,8});/gi, (whole, name: string) =>
    name.startsWith('#') ? fromNumber(name.slice(1)) : (NAMED.get(name) ?? whole),
  );

const fromNumber = (digits: string): string => {
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  return code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code);
};
