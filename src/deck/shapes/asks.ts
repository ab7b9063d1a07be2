/** How far a text reads as a question: 1 surely, 0.5 perhaps, 0 not at all. */
export type Likeness = 0 | 0.5 | 1;

// A Greek question ends in a semicolon.
const QUESTION_MARK = /[?؟⸮¿՞]|\p{Script=Greek}[;;]\s*$/u;

const IS_ASCII = /^[\u0000-\u007F]*$/;

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** First words that only a question or a task of an examiner starts with. */
const STRONG = wordSet(
  'what whats why how which whose explain describe define compare contrast discuss differentiate distinguish ' +
    'elaborate demonstrate mention state enumerate illustrate tell difference differences suppose imagine ' +
    'qué que cuál cuáles cuándo cómo dónde quién quiénes explica explique describe define diferencia diferencias menciona enumera ' +
    'quais qual como quando onde quem explique descreva defina diferença fale liste diferencie mencione ' +
    'pourquoi comment quel quelle quels quelles quand où qui expliquez décrivez ' +
    'was wie warum wann wo wer welche welcher welches erkläre erklären beschreibe ' +
    'cosa quali quale perché come quando spiega ' +
    'что как какой какая какие какое когда где почему зачем кто чем расскажите расскажи объясните опишите назовите ' +
    'що як який яка які коли де чому хто розкажіть поясніть опишіть чи ' +
    'co jak dlaczego kiedy gdzie kto czym jaki jaka jakie wyjaśnij opisz wymień podaj ' +
    'omów porównaj przedstaw scharakteryzuj zdefiniuj ' +
    'wyjaśnić opisać wymienić podać omówić porównać przedstawić scharakteryzować zdefiniować ' +
    'vad hur varför vilka vilken förklara hvad hvordan hvorfor forklar hvilke mitä miten miksi ' +
    'což jaké jaký proč vysvětlete popište porovnejte vyjmenujte charakterizujte što kako zašto objasnite opišite ce cum care explicați descrieți ' +
    'mi hogyan miért melyik hoe wat waarom welke leg beschrijf ' +
    'ما ماذا كيف لماذا متى أين هل من اشرح عرف اذكر ' +
    'nedir neden nasıl hangi apa bagaimana mengapa jelaskan',
);

/** First words of tasks, but of headings in a guide as well. */
const WEAK = wordSet(
  'when where who whom is are was were do does did can could should would will has have had am briefly please ' +
    'generate list name give write implement design create build find identify draw show talk walk provide outline ' +
    'determine calculate compute prove derive consider predict reverse print choose select true fill complete ' +
    'for if in you your given use uses advantages disadvantages types pros explain ' +
    'escribe nombra escreva cite écrivez schreibe напишите напиши',
);

/** "Vergleichen Sie": in German a verb in front of its subject asks or commands. */
const FORMAL = /^[^\p{L}]{0,8}(?:[a-z]\)\s{1,4})?\p{L}{3,20}n Sie\s/u;

const EASTERN =
  /什么|什麼|何为|何謂|何时|有何|为何|怎么|怎麼|怎样|如何|为什么|為什麼|哪些|哪个|哪種|哪种|吗$|呢$|区别|區別|请?(?:介绍|谈谈|说说|描述|解释|简述|列举|说一下|讲讲)|とは|ですか|ますか|何です|なぜ|どのよう|무엇|인가요|입니까|나요|까요|설명|차이|이란$|란$|왜|어떻게|কী|কি\b|কেন|কিভাবে|কীভাবে|क्या|कैसे|क्यों|कौन|समझाएं|là gì|như thế nào|tại sao|thế nào|อะไร|อย่างไร|چیست|چگونه/;

/** Whether a text has a mark or an ending that only a question has, in any script. */
export const hasQuestionMark = (plain: string): boolean =>
  QUESTION_MARK.test(withoutAddresses(plain.slice(0, 1_000)).normalize('NFKC')) ||
  /(?:吗|呢|か|까|까요)[。.]?$/.test(plain);

/** Whether a sentence has a blank to be filled in; behind a colon it is one of a form. */
const hasBlank = (text: string): boolean =>
  text.length >= SHORTEST_SENTENCE && text.includes('___') && !/[:：]\s{0,3}_{3,}\s*$/.test(text);

const SHORTEST_SENTENCE = 25;

/** "True or False: the tide is high", in some languages: what it is of comes behind a sign. */
const TRUE_OR_FALSE =
  /^\P{L}{0,8}(?:true (?:or|\/) ?false|true\/false|t\/f|verdadero o falso|verdadeiro ou falso|vrai ou faux|vero o falso|richtig oder falsch|wahr oder falsch|waar of niet waar|prawda czy fałsz|правда или ложь|верно или неверно|doğru mu yanlış mı|đúng hay sai)\P{L}{0,4}[:：.?!)\]–—-]\P{L}{0,4}\p{L}/iu;

/** A blank in brackets in a text of the east: `（ ）`. */
const BRACKETS = /(?:（[\s\u3000]*）|\([\s\u3000]+\))/u;
const EASTERN_LETTER = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** What stands behind a question mark in an address was not asked. */
const withoutAddresses = (text: string): string =>
  text.includes('://') ? text.replace(/\bhttps?:\/\/[^\s?]{1,1000}\?\S{3,}/g, ' ') : text;

/** Judges a plain text by its question marks, its first word and, in the east, by any word. */
export const likenessOf = (plain: string): Likeness => {
  const start = withoutAddresses(plain.length > 1_000 ? plain.slice(0, 1_000) : plain);
  // In front of a text it is what was a sign in another encoding.
  if (start.lastIndexOf('?') > 1 || hasBlank(start)) return 1;
  const isAscii = IS_ASCII.test(start);
  const text = isAscii ? start : start.normalize('NFKC');
  if (!isAscii && (QUESTION_MARK.test(text) || EASTERN.test(text))) return 1;
  if (!isAscii && BRACKETS.test(start) && EASTERN_LETTER.test(start)) return 1;
  if (TRUE_OR_FALSE.test(text)) return 1;
  // An apostrophe ends a word: "what's" asks as "what" does.
  const first = /^[^\p{L}]{0,8}(?:[a-z]\)\s{1,4})?(?:briefly |please |now )?([\p{L}\p{M}]+)/iu
    .exec(text)?.[1]
    ?.toLowerCase();
  if (first === undefined) return 0;
  if (STRONG.has(first) || (first.endsWith('n') && FORMAL.test(text))) return 1;
  return WEAK.has(first) ? 0.5 : 0;
};
