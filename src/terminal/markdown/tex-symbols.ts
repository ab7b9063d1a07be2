const table = (entries: string): ReadonlyMap<string, string> =>
  new Map(
    entries
      .trim()
      .split(/\s+/)
      .map((entry): [string, string] => {
        const at = entry.indexOf(':');
        return [entry.slice(0, at), entry.slice(at + 1)];
      }),
  );

/** Commands of TeX for one character that stands by itself. */
export const LETTERS = table(`
  alpha:α beta:β gamma:γ delta:δ epsilon:ϵ varepsilon:ε zeta:ζ eta:η theta:θ vartheta:ϑ iota:ι
  kappa:κ lambda:λ mu:μ nu:ν xi:ξ omicron:ο pi:π varpi:ϖ rho:ρ varrho:ϱ sigma:σ varsigma:ς tau:τ
  upsilon:υ phi:ϕ varphi:φ chi:χ psi:ψ omega:ω Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ
  Upsilon:Υ Phi:Φ Psi:Ψ Omega:Ω partial:∂ nabla:∇ infty:∞ ell:ℓ hbar:ℏ imath:ı jmath:ȷ aleph:ℵ Re:ℜ
  Im:ℑ emptyset:∅ varnothing:∅ forall:∀ exists:∃ nexists:∄ neg:¬ lnot:¬ top:⊤ bot:⊥ angle:∠
  prime:′ degree:° circ:∘ dots:… ldots:… cdots:⋯ vdots:⋮ ddots:⋱ dotsc:… dotsb:⋯ sum:∑ prod:∏
  coprod:∐ int:∫ iint:∬ oint:∮ bigcup:⋃ bigcap:⋂ bigoplus:⨁ bigotimes:⨂ langle:⟨ rangle:⟩ lfloor:⌊
  rfloor:⌋ lceil:⌈ rceil:⌉ Vert:‖ lVert:‖ rVert:‖ vert:| lvert:| rvert:| lbrace:{ rbrace:} lbrack:[
  rbrack:] backslash:\\ dagger:† square:□ blacksquare:■ checkmark:✓ bullet:• star:⋆ surd:√ colon::
`);

/** Commands of TeX for operators, relations and arrows: a space stands on either side of them. */
export const OPERATORS = table(`
  pm:± mp:∓ times:× div:÷ cdot:⋅ ast:∗ oplus:⊕ ominus:⊖ otimes:⊗ odot:⊙ cup:∪ cap:∩ setminus:∖
  land:∧ wedge:∧ lor:∨ vee:∨ le:≤ leq:≤ leqslant:⩽ ge:≥ geq:≥ geqslant:⩾ ne:≠ neq:≠ lt:< gt:> ll:≪
  gg:≫ approx:≈ equiv:≡ sim:∼ simeq:≃ cong:≅ propto:∝ in:∈ notin:∉ ni:∋ subset:⊂ subseteq:⊆ supset:⊃
  supseteq:⊇ mid:∣ parallel:∥ perp:⊥ vdash:⊢ models:⊨ to:→ rightarrow:→ leftarrow:← gets:←
  leftrightarrow:↔ Rightarrow:⇒ Leftarrow:⇐ Leftrightarrow:⇔ implies:⟹ iff:⟺ longrightarrow:⟶
  longleftarrow:⟵ mapsto:↦ uparrow:↑ downarrow:↓ coloneqq:≔ triangleq:≜ doteq:≐ prec:≺ succ:≻
`);

/** Commands of TeX that stand for their own name. */
export const NAMES: ReadonlySet<string> = new Set(
  `log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh max min sup inf lim
   argmax argmin arg det dim ker deg gcd Pr softmax mod bmod`.split(/\s+/),
);

/** Commands whose argument is text or an upright name. */
export const TEXT_COMMANDS: ReadonlySet<string> = new Set([
  'text',
  'textrm',
  'textnormal',
  'mathrm',
  'operatorname',
  'mbox',
]);

/** Commands that only change sizes and spaces on paper. */
export const SPACING: ReadonlyMap<string, string> = new Map([
  ...[',', ':', ';', '>', ' ', 'quad', 'qquad', 'enspace'].map((name): [string, string] => [
    name,
    ' ',
  ]),
  ...[
    ...['!', 'left', 'right', 'big', 'Big', 'bigg', 'Bigg', 'bigl', 'bigr', 'Bigl', 'Bigr'],
    ...['biggl', 'biggr', 'Biggl', 'Biggr', 'limits', 'nolimits', 'displaystyle', 'textstyle'],
  ].map((name): [string, string] => [name, '']),
]);

/** Marks over a letter, as combining characters. */
export const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['hat', '\u0302'],
  ['bar', '\u0304'],
  ['tilde', '\u0303'],
  ['dot', '\u0307'],
  ['ddot', '\u0308'],
  ['vec', '\u20D7'],
]);

/** Letters in another alphabet of Unicode, by command. */
export const ALPHABETS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['mathbb', table('C:ℂ E:𝔼 H:ℍ I:𝕀 N:ℕ P:ℙ Q:ℚ R:ℝ V:𝕍 Z:ℤ 1:𝟙')],
  ['mathcal', table('B:ℬ D:𝒟 E:ℰ F:ℱ H:ℋ I:ℐ L:ℒ M:ℳ N:𝒩 O:𝒪 R:ℛ S:𝒮 T:𝒯 X:𝒳 Y:𝒴')],
  ['mathbf', bold()],
  ['boldsymbol', bold()],
  ['bm', bold()],
]);

/** The mathematical bold letters, which follow each other in Unicode. */
function bold(): ReadonlyMap<string, string> {
  const row = (letters: string, first: number): [string, string][] =>
    Array.from(letters, (letter, index) => [letter, String.fromCodePoint(first + index)]);
  return new Map([
    ...row('ABCDEFGHIJKLMNOPQRSTUVWXYZ', 0x1d400),
    ...row('abcdefghijklmnopqrstuvwxyz', 0x1d41a),
    ...row('0123456789', 0x1d7ce),
  ]);
}
