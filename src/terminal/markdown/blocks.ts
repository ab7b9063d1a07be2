import type { Paragraph, RootContent } from 'mdast';
import { widthOf } from '../width.ts';
import { cleanText } from './clean.ts';
import { renderCode } from './code-block.ts';
import { definitionList } from './definition-list.ts';
import { htmlParts } from './html-block.ts';
import { inlineSpans } from './inline.ts';
import { DEFINES, styled } from './inline-builder.ts';
import { hang, renderList } from './list.ts';
import { inset, type Scene } from './scene.ts';
import { QUIET, type Span, textSpan } from './span.ts';
import { renderTable, ruleOf, tableModel } from './table.ts';
import { wrapSpans } from './wrap.ts';

/** Blocks below each other: blank lines between them, but for text and lists in a tight item. */
export const renderBlocks = (
  nodes: readonly RootContent[],
  scene: Scene,
  spread = true,
): string[] => {
  const lines: string[] = [];
  let afterText = false;
  for (const node of nodes) {
    const block = renderBlock(node, scene);
    if (block.length === 0) continue;
    const isText = node.type === 'paragraph' || node.type === 'list' || node.type === 'html';
    if (lines.length > 0 && (spread || !isText || !afterText)) lines.push('');
    for (const line of block) lines.push(line);
    afterText = isText;
  }
  return lines;
};

const renderBlock = (node: RootContent, scene: Scene): string[] => {
  switch (node.type) {
    case 'paragraph':
      return renderParagraph(node, scene);
    case 'heading':
      return renderSpans(styled(inlineSpans(node.children, scene), 'heading', scene), scene);
    case 'code':
      return renderCode(node, scene);
    case 'list':
      return renderList(node, scene, renderBlocks);
    case 'blockquote':
      return renderQuote(node.children, scene);
    case 'thematicBreak':
      return [scene.ink.line([{ text: ruleOf(scene, scene.measure), look: QUIET }])];
    case 'table':
      return renderTable(
        tableModel(node, (children) => inlineSpans(children, scene)),
        scene,
      );
    case 'html':
      return renderHtml(node.value, scene);
    case 'listItem':
      return renderBlocks(node.children, scene, node.spread === true);
    case 'tableRow':
      return node.children.flatMap((cell) => renderBlock(cell, scene));
    case 'tableCell':
      return renderSpans(inlineSpans(node.children, scene), scene);
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return [];
    case 'break':
    case 'delete':
    case 'emphasis':
    case 'footnoteReference':
    case 'image':
    case 'imageReference':
    case 'inlineCode':
    case 'link':
    case 'linkReference':
    case 'strong':
    case 'text':
      return renderSpans(inlineSpans([node], scene), scene);
    default:
      return renderUnknown(node, scene);
  }
};

const renderParagraph = (node: Paragraph, scene: Scene): string[] => {
  const list = definitionList(node);
  if (list === undefined) return renderSpans(inlineSpans(node.children, scene), scene);
  return [
    ...renderSpans(inlineSpans(list.terms, scene), scene),
    ...list.details.flatMap((detail) =>
      hang(DEFINES, scene, (inner) => renderSpans(inlineSpans(detail, inner), inner)),
    ),
  ];
};

const renderSpans = (spans: readonly Span[], scene: Scene): string[] =>
  wrapSpans(spans, scene.measure).map((line) => scene.ink.line(line));

const renderQuote = (nodes: readonly RootContent[], scene: Scene): string[] => {
  const { quote } = scene.theme.symbols;
  const inner = inset(scene, widthOf(quote) + 1);
  if (inner === undefined) return renderBlocks(nodes, scene);
  const mark = scene.ink.line([{ text: quote, look: QUIET }]);
  return renderBlocks(nodes, inner).map((line) => (line === '' ? mark : `${mark} ${line}`));
};

const renderHtml = (html: string, scene: Scene): string[] => {
  const lines: string[] = [];
  for (const part of htmlParts(html, scene)) {
    const block =
      part.kind === 'table' ? renderTable(part.table, scene) : renderSpans(part.spans, scene);
    if (lines.length > 0 && block.length > 0) lines.push('');
    for (const line of block) lines.push(line);
  }
  return lines;
};

/** A node of an extension that this walk does not know: its text or its children. */
const renderUnknown = (node: never, scene: Scene): string[] => {
  const { value, children } = node as { readonly value?: unknown; readonly children?: unknown };
  if (typeof value === 'string') return renderSpans([textSpan(cleanText(value))], scene);
  return Array.isArray(children) ? renderBlocks(children as RootContent[], scene) : [];
};
