import type { ImageReference, LinkReference, PhrasingContent, Text } from 'mdast';
import { mendFormulas } from './broken-formulas.ts';
import { cleanLine, cleanText } from './clean.ts';
import { htmlTokens } from './html-tokens.ts';
import { imageSpans } from './images.ts';
import { codeSpans, createInlineBuilder, deleted, styled } from './inline-builder.ts';
import { linkSpans } from './links.ts';
import { splitMath, splitMathMarkdown, splitMathSource, type TextPart } from './math.ts';
import type { Scene } from './scene.ts';
import { BREAK, glue, type Span, textSpan } from './span.ts';
import { texToUnicode } from './tex.ts';

/** Inline nodes as spans. */
export const inlineSpans = (nodes: readonly PhrasingContent[], scene: Scene): Span[] => {
  const builder = createInlineBuilder(scene);
  for (const part of mendFormulas(nodes, scene.source)) {
    if (part.kind === 'source') {
      builder.add(partSpans(splitMathMarkdown(part.markdown)));
      continue;
    }
    const { node } = part;
    if (node.type === 'html') for (const token of htmlTokens(node.value)) builder.addToken(token);
    else builder.add(nodeSpans(node, scene));
  }
  return builder.finish();
};

const nodeSpans = (node: PhrasingContent, scene: Scene): readonly Span[] => {
  switch (node.type) {
    case 'text':
      return textSpans(node, scene);
    case 'strong':
      return styled(inlineSpans(node.children, scene), 'strong', scene);
    case 'emphasis':
      return styled(inlineSpans(node.children, scene), 'emphasis', scene);
    case 'delete':
      return deleted(inlineSpans(node.children, scene));
    case 'inlineCode':
      return codeSpans(node.value);
    case 'break':
      return [BREAK];
    case 'link':
      return linkSpans(node.url, wordsOf(node.children, scene), scene.links);
    case 'linkReference':
      return linkSpans(urlOf(node, scene), wordsOf(node.children, scene), scene.links);
    case 'image':
      return imageSpans(node.alt, node.url, scene);
    case 'imageReference':
      return imageSpans(node.alt, urlOf(node, scene), scene);
    case 'footnoteReference':
      return [textSpan(`[^${cleanLine(node.label ?? node.identifier)}]`)];
    case 'html':
      return inlineSpans([node], scene);
    default:
      return unknownSpans(node);
  }
};

/** The words of a link: an image among them leads where they lead. */
const wordsOf = (nodes: readonly PhrasingContent[], scene: Scene): Span[] =>
  inlineSpans(nodes, { ...scene, isInLink: true });

const urlOf = ({ identifier }: LinkReference | ImageReference, { definitions }: Scene): string =>
  definitions.get(identifier)?.url ?? '';

const textSpans = (node: Text, scene: Scene): readonly Span[] => {
  const { value, position } = node;
  const [start, end] = [position?.start.offset, position?.end.offset];
  const known = scene.source !== undefined && start !== undefined && end !== undefined;
  const markdown = known ? scene.source?.slice(start, end) : undefined;
  const parts = markdown === undefined ? splitMath(value) : splitMathSource(value, markdown);
  return partSpans(parts);
};

const partSpans = (parts: readonly TextPart[]): Span[] =>
  parts.flatMap((part) =>
    part.kind === 'words' ? [textSpan(cleanText(part.text))] : formulaSpans(part.tex),
  );

const formulaSpans = (tex: string): readonly Span[] => {
  const source = cleanText(tex);
  const formula = texToUnicode(source);
  return formula === undefined ? codeSpans(source) : glue([textSpan(formula)]);
};

/** A node of an extension that this walk does not know: its text, if it has one. */
const unknownSpans = (node: never): Span[] => {
  const { value } = node as { readonly value?: unknown };
  return typeof value === 'string' ? [textSpan(cleanText(value))] : [];
};
