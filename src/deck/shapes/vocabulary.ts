import { normalise } from '../identity.ts';

/*
 * Words that mark the parts of a question bank, in the languages that banks were seen in. They are
 * compared with the whole of a short text, never searched in it: "License" is no question, "What
 * does the licence allow?" is one.
 */

const setOf = (words: string): ReadonlySet<string> =>
  new Set(words.split('|').map((word) => normalise(word)));

/** Headings that belong to the document and not to its questions. */
const DOCUMENT_PARTS = setOf(
  'table of contents|table of content|contents|content|toc|index|preamble|preface|foreword|introduction|intro|about|overview|' +
    'contributing|contribution|contributions|contributors|contribute|how to contribute|contribution guidelines|' +
    'license|licence|licensing|copyright|references|reference|resources|resource|sources|source|ref link|ref links|' +
    'acknowledgements|acknowledgments|acknowledgement|acknowledgment|credits|credit|thanks|special thanks|' +
    'further reading|read more|learn more|see also|links|link|useful links|useful resources|additional links|' +
    'additional resources|other resources|related|related questions|next questions|disclaimer|support|' +
    'support us|donate|sponsors|backers|author|authors|maintainers|contact|contacts|contact me|connect|' +
    'connect with me|follow me|follow us|feedback|changelog|change log|roadmap|to do|todo|todos|legend|' +
    'note|notes|notice|conclusion|conclusions|summary|wrap up|bibliography|translations|translation|' +
    'languages|available languages|other languages|star history|stargazers|goal|goals|motivation|purpose|readme|readme md|' +
    'how to use|how to use this|how to use this repo|how to use this repository|usage|installation|' +
    'install|getting started|quick start|prerequisites|requirements|what is this|why this repo|' +
    'how it works|faq|frequently asked questions|project structure|structure|features|features list|' +
    'definitions|glossary|tags|hashtags|topics|topic|questions|question|interview questions|questions and answers|questions answers|q a|problem index|' +
    'question index|more|others|' +
    'expected usage|intended usage|uso previsto|uso esperado|utilisation prévue|beklenen kullanım|очікуване використання|预期使用方式|使用方式|如何使用|使い方|사용 방법|' +
    'further readings|further reading and references|further readings and references|resources and references|references and resources|' +
    'other answers|more answers|answer key|answers|answers key|solutions|key answers|solucionario|soluciones|respuestas|' +
    'índice|indice|tabla de contenidos|tabla de contenido|contenido|contenidos|introducción|contribuir|' +
    'contribuciones|licencia|referencias|recursos|enlaces|autor|autores|colaboradores|créditos|' +
    'sumário|sumario|conteúdo|introdução|contribuindo|licença|referências|' +
    'table des matières|sommaire|licence|ressources|références|inhaltsverzeichnis|inhalt|einleitung|lizenz|quellen|' +
    'содержание|оглавление|введение|лицензия|источники|ссылки|авторы|зміст|вступ|ліцензія|' +
    '扩展阅读|延伸阅读|拓展阅读|推荐阅读|目录|目錄|前言|简介|介绍|参考|参考资料|参考文献|参考链接|许可证|许可|协议|贡献|贡献者|贡献指南|说明|' +
    '目次|はじめに|参考文献|ライセンス|목차|소개|서론|기여|라이선스|참고|참고자료|' +
    'المحتويات|فهرس|الفهرس|المقدمة|مقدمة|المساهمة|الرخصة|المراجع|المصادر|مصادر|' +
    'spis treści|mục lục|içindekiler|daftar isi|সূচিপত্র|সূচীপত্র|विषय सूची|inhoudsopgave|indice dei contenuti',
);

/** Those of them that a single question may have as well: the others speak of a project. */
const READING_PARTS = setOf(
  'references|reference|resources|resource|sources|source|ref link|ref links|further reading|' +
    'read more|learn more|see also|links|link|useful links|useful resources|additional links|' +
    'additional resources|related|related questions|note|notes|conclusion|summary|introduction|' +
    'overview|tags|definitions|bibliography|other answers|more answers',
);

const ANSWER_WORDS =
  'answer|answers|ans|a|answer guide|expected answer|suggested answer|réponse attendue|respuesta esperada|resposta esperada|ожидаемый ответ|solution|solutions|response|reply|explanation|explanations|correct answer|' +
  'correct answers|right answer|the answer|the correct answer|sample answer|short answer|full answer|' +
  'model answer|example answer|show answer|show answers|show|show solution|view answer|view answers|' +
  'view solution|see answer|see the answer|see solution|reveal|reveal answer|click for answer|' +
  'click to see answer|click to see the answer|click to view answer|click to show answer|click here|' +
  'click to reveal|click to expand|click me|expand|details|toggle answer|answer and explanation|' +
  'answer explanation|answers and explanations|correct option|hint|hints|spoiler|' +
  'respuesta|respuestas|respuesta correcta|ver respuesta|mostrar respuesta|solución|solucion|explicación|' +
  'réponse|reponse|réponses|voir la réponse|afficher la réponse|bonne réponse|solution|antwort|antworten|' +
  'lösung|antwort anzeigen|richtige antwort|resposta|respostas|ver resposta|resposta correta|solução|' +
  'risposta|risposte|soluzione|mostra risposta|antwoord|odpowiedź|odpowiedz|odgovor|răspuns|raspuns|' +
  'përgjigja|pergjigja|đáp án|trả lời|câu trả lời|cevap|yanıt|jawaban|vastaus|svar|odpověď|' +
  'ответ|ответы|правильный ответ|решение|показать ответ|пояснение|відповідь|відповіді|рішення|пояснення|' +
  '答案|参考答案|回答|解答|解析|答|正确答案|查看答案|点击查看答案|展开|答え|解説|正解|回答例|' +
  '답|답변|정답|해답|해설|풀이|الإجابة|إجابة|الجواب|جواب|الاجابة|اجابة|الحل|جواب|پاسخ|' +
  'উত্তর|उत्तर|जवाब|คำตอบ|απάντηση|תשובה|одговор|отговор';

/** What answers are called: as a heading, as a summary, as the first words of a line. */
const ANSWER_LABELS = setOf(ANSWER_WORDS);

/** Headings and summaries that name a part of an answer. */
const ANSWER_PARTS = setOf(
  'example|examples|code|code example|sample code|output|explanation|key points|trap|follow ups|' +
    'choices|answer choices|options|answer options|opciones|opções|alternativas|варианты ответа|варианты ответов|选项|選択肢|' +
    'follow up|follow up questions|references|good to hear|additional links|note|notes|tip|tips|summary|' +
    'hint|hints|solution|pros|cons|advantages|disadvantages|syntax|usage|use cases|definition|' +
    'description|objective|objectives|requirements|constraints|why|how|when|ejemplo|ejemplos|例子|示例|例|beispiel|exemple|exemplo|пример|приклад|예시|예제|مثال',
);

/** Those of them that speak of any thing, for and against it, as guides do of each of many. */
const JUDGEMENTS = setOf(
  'pros|cons|advantages|disadvantages|use cases|usage|requirements|notes|options|opciones|alternativas',
);

/** Whether a text names what speaks for or against a thing. */
export const isJudgement = (text: string): boolean =>
  text.length <= MAX_LABEL && JUDGEMENTS.has(keyOf(text));

const PLACEHOLDERS =
  /^[\s>*_`.…()[\]/#-]*(?:to be (?:completed|done|added|written|continued|updated|answered)|(?:add )?(?:your )?answer (?:here|goes here|to be added|coming soon|pending)|tbd|tba|todo|to do|wip|work in progress|coming soon|n\/a|no answer(?: yet)?|not answered(?: yet)?|pending|under construction|please (?:add|contribute)[^.]{0,40}|por completar|pendiente|a completar|待补充|待完善|待更新|未完|暂无|ещё нет ответа|нет ответа|in progress)[\s>*_`.…!()[\]-]*$/i;

const MAX_LABEL = 60;
const NINE = 0x39;

let lastText = '';
let lastKey = '';

/** Key of a text, which is asked for several times in a row: as a part, an answer, a label. */
export const keyOf = (text: string): string => {
  if (text !== lastText) {
    lastKey = normalise(text);
    lastText = text;
  }
  return lastKey;
};

/** A name with another in brackets behind it, as in `许可证（License）`. */
const TRANSLATED = /^([^()（）]+)[(（]([^()（）]+)[)）]$/;

/** Whether a text is nothing but the name of a part of the document. */
export const isDocumentPart = (text: string): boolean =>
  text.length <= MAX_LABEL &&
  (DOCUMENT_PARTS.has(keyOf(text)) || TABLE.test(text) || isTranslated(text, DOCUMENT_PARTS));

/** A table of contents may say of what it is one. */
const TABLE = /^\P{L}{0,8}table of contents\b/iu;

/** Whether a text is a name of a set in another script, with the English one in brackets. */
const isTranslated = (text: string, names: ReadonlySet<string>): boolean => {
  if (!text.endsWith(')') && !text.endsWith('）')) return false;
  const [, own = '', english = ''] = TRANSLATED.exec(text) ?? [];
  return /[^\u0000-\u007F]/.test(own) && names.has(normalise(english));
};

/** Parts that may hold questions of their own, as what is left of a list of them. */
const MIXED_PARTS = setOf('others|more|questions|interview questions|topics');

/** Whether a text names such a part: "Others". */
export const isMixedPart = (text: string): boolean =>
  text.length <= MAX_LABEL && MIXED_PARTS.has(keyOf(text));

/** Whether a text names what is left when all other chapters have their names. */
export const isRest = (text: string): boolean => /^(?:others|more)$/.test(keyOf(text));

/** Whether a text names a table of contents, or what a page is made of. */
export const isContents = (text: string): boolean => /^contents?$/.test(keyOf(text));

/** Parts that a bank may open with, as with any chapter. */
const OPENING_PARTS = setOf(
  'introduction|intro|overview|introducción|introdução|einleitung|введение|вступ|简介|介绍|はじめに|소개|서론|المقدمة|مقدمة',
);

/** Whether a text names a part that is a chapter where questions stand in it: "Introduction". */
export const isOpeningPart = (text: string): boolean =>
  text.length <= MAX_LABEL && OPENING_PARTS.has(keyOf(text));

/** Whether a text names what the authors of a project are to do themselves. */
export const isPlan = (text: string): boolean => /^(?:to ?dos?|roadmap)$/.test(keyOf(text));

/** What the guide to a program has, and no bank of questions. */
const PROGRAM_PARTS = setOf(
  'installation|install|getting started|quick start|usage|features|features list|requirements|' +
    'prerequisites|project structure|cli commands|configuration|安装|快速开始|项目结构|使用方法|特性|功能特性',
);

/** Whether a text names a part that the guide to a program has. */
export const isProgramPart = (text: string): boolean =>
  text.length <= MAX_LABEL && (PROGRAM_PARTS.has(keyOf(text)) || isTranslated(text, PROGRAM_PARTS));

/** Whether a text names a part that only the document of a project has, such as its licence. */
export const isProjectPart = (text: string): boolean =>
  isDocumentPart(text) && !READING_PARTS.has(keyOf(text));

/** Whether a text is a name for an answer that cannot be anything else, as a hint can. */
export const isPlainAnswerLabel = (text: string): boolean =>
  isAnswerLabel(text) &&
  !/^(?:hints?|details|expand|click|spoiler|show|a|explanations?)\b/i.test(text);

/** Whether a text is nothing but a name for an answer. */
export const isAnswerLabel = (text: string): boolean =>
  text.length <= MAX_LABEL && ANSWER_LABELS.has(withoutNumber(keyOf(text)));

const withoutNumber = (key: string): string =>
  key.charCodeAt(key.length - 1) <= NINE ? key.replace(/ \d+$/, '') : key;

/** Whether a text is nothing but the name of a part of an answer. */
export const isAnswerPart = (text: string): boolean =>
  text.length <= MAX_LABEL && (ANSWER_PARTS.has(keyOf(text)) || isAnswerLabel(text));

/** An answer that says only that it is still to be written. */
export const isPlaceholder = (text: string): boolean =>
  text.length <= 120 && PLACEHOLDERS.test(text.trim());

/** Whether a line that starts with letters may be one: nearly all are told apart by that. */
export const mayBePlaceholder = (line: string): boolean =>
  /^(?:to|add|your|answer|tb|wip|work|coming|n|pend|under|please|por|a |in)/i.test(line);

/** The names of answers as one group of a regular expression, longest first. */
export const ANSWER_PATTERN: string = ANSWER_WORDS.split('|')
  .filter((word) => word.length > 1 || !/[a-z]/i.test(word))
  .filter(
    (word) => !/^(?:show|expand|details|reveal|click|view|see|hint|spoiler|ver|展开)/.test(word),
  )
  .toSorted((a, b) => b.length - a.length)
  .join('|');

/** Words of a title that promise questions. */
export const promisesQuestions = (title: string): boolean =>
  /question|interview|quiz|flash ?card|exam\b|q ?& ?a|q and a|trivia|preguntas|entrevista|cuestionario|examen|perguntas|fragen|вопрос|собеседован|面试|面試|题|問題|質問|면접|질문|أسئلة|প্রশ্ন|प्रश्न|soru|pytania|câu hỏi/i.test(
    title,
  );
