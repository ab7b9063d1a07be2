import { describe, expect, it } from 'vitest';
import type { OutlineOptions } from '../../src/deck/outline.ts';
import { outlineText, questionsOf } from './bank-files.ts';

describe('what is no deck', () => {
  it('is a table of contents in parts that open and close', () => {
    const part = (name: string): string =>
      `<details>\n<summary>1. ${name} practices</summary>\n\n&emsp;[1.1 On ${name}](#a)<br/>\n&emsp;[1.2 More](#b)<br/>\n\n</details>\n`;
    expect(outlineText(`# Ways\n\n${['Knot', 'Sail', 'Reef'].map(part).join('\n')}`).shape).toBe(
      'none',
    );
  });

  it('is a guide in steps, whose title asks', () => {
    const steps = [1, 2, 3].map((at) => `### Step ${at}: \n\nGo on.\n`).join('\n');
    expect(outlineText(`## How to fly a kite?\n\nSo.\n\n${steps}`).shape).toBe('none');
  });

  it('is a text whose details are called so, under headings that do not ask', () => {
    const part = (name: string, label: string): string =>
      `### ${name}\n\n<details><summary>${label}</summary>\n\nText.\n\n</details>\n`;
    const parts = (label: string): string =>
      ['Rope', 'Ladder', 'Stairs'].map((name) => part(name, label)).join('\n');
    expect(outlineText(`# Ways down\n\n${parts('Details')}`).shape).toBe('none');
    expect(outlineText(`# Ways down\n\n${parts('Blueprint')}`).shape).toBe('none');
    expect(outlineText(`# Ways down\n\n${parts('show')}`).cards).toHaveLength(3);
  });

  it('is a long list whose only answer is a heading for all of it', () => {
    const parts = Array.from({ length: 20 }, (_, at) => `## Part ${at}\n\nText.\n`).join('\n');
    expect(outlineText(`# Kites\n\n## Solutions\n\nHere.\n\n${parts}`).shape).toBe('none');
  });

  it('is a guide whose chapters say how to do things', () => {
    const parts = [
      'How to write',
      'How to fold',
      'How to post',
      'Stamps',
      'Ink',
      'Pens',
      'Paper',
      'Wax',
    ];
    const text = parts.map((name) => `### ${name}\n\nText.\n`).join('\n');
    expect(outlineText(`## Letters\n\n${text}`).shape).toBe('none');
  });

  it('is a long text with "Solution" in it twice', () => {
    const parts = Array.from({ length: 20 }, (_, at) => `## Part ${at}\n\nText.\nMore.\n`);
    const attack = '## Attack\n\nBad.\n\n## Solution\n\nGood.\n';
    const text = `# Script\n\n${parts.join('\n')}\n${attack}\n${attack}`;
    expect(outlineText(text).shape).toBe('none');
  });

  it('is an article with two headings that ask', () => {
    const text =
      '# Heap\n\n## What is a heap?\n\nA tree.\n\n## Why a heap?\n\nFor order.\n\n## Operations\n\nTwo.\n';
    expect(outlineText(text).shape).toBe('none');
  });

  it('is a guide that says what speaks for and against each of its ways', () => {
    const ways = ['Rope', 'Ladder', 'Stairs', 'Lift', 'Ramp', 'Slide'].map(
      (name) => `## ${name}\n\nText.\n\n#### Pros\n\n- good\n\n#### Cons\n\n- dear\n`,
    );
    expect(outlineText(`# Ways down\n\n${ways.join('\n')}`).shape).toBe('none');
  });

  it('is a manual with questions in one part of it', () => {
    const parts = ['input', 'options', 'delay'].map((name) => `#### ${name}\n\nText.\n`).join('\n');
    const asked = ['Why a kite?', 'How high?', 'Is it safe?', 'What if it rains?']
      .map((name) => `#### ${name}\n\nText.\n`)
      .join('\n');
    expect(outlineText(`## Kite\n\n### API\n\n${parts}\n### Help\n\n${asked}`).shape).toBe('none');
    expect(outlineText(`## Kite quiz\n\n### Help\n\n${asked}`).cards).toHaveLength(4);
  });

  it('is a guide to interviews with notes in it', () => {
    const notes = Array.from({ length: 16 }, (_, at) => `#### Sort ${at}\n\nFast.\n`).join('\n');
    const links = Array.from({ length: 140 }, (_, at) => `Book ${at} is good.\n`).join('\n');
    const text = `# Interviews\n\n## Books\n\n${links}\n## Notes on sorting\n\n${notes}`;
    expect(outlineText(text).shape).toBe('none');
  });

  it('is a list of which only the addresses have question marks', () => {
    const lines = ['Rope', 'Sail', 'Oar'].map((name) => `- ${name} : https://a.org/w?list=${name}`);
    const asked = '- What is a reef?\n- Why a knot?\n- How is rope made?\n';
    expect(outlineText(`# Plans\n\n${lines.join('\n')}\n`).shape).toBe('none');
    expect(
      outlineText(`# Knot interview\n\n${asked}\n## Films\n\n${lines.join('\n')}\n`).cards,
    ).toHaveLength(3);
  });

  it('is a project that says what it is, and what is to be done', () => {
    const part = (text: string): string => `## ${text}\n\nText.\n`;
    const asking = ['What is it?', 'Who is it for?', 'Why these?', 'How to read it'].map(part);
    const others = ['Map', 'Text', 'Badges', 'Skills', 'Books', 'How to contribute', 'License'];
    const tasks = '## TODO\n\n- [x] draw\n- [x] write\n- [ ] sell\n';
    const text = `# Charts\n\n${asking.join('\n')}\n${others.map(part).join('\n')}\n${tasks}`;
    expect(outlineText(text).shape).toBe('none');
  });

  describe('of which a third of the headings ask', () => {
    const part = (text: string): string => `## ${text}\n\nText.\n`;
    const asking = ['What is a knot?', 'How long does it take?', 'Why rope?'];
    const others = ['Course', 'Path', 'Gear', 'A day on board', 'Ashore', 'Words'];
    const text = [...asking, ...others].map(part).join('\n');

    it('is a guide', () => {
      expect(outlineText(`# Knots from the start\n\n${text}`).shape).toBe('none');
    });

    it('is one no more where they are all there is, without a title', () => {
      const bank = ['Sloop', 'Ketch', 'Brig', 'Yawl']
        .map(
          (name) =>
            `# ${name}\n\n${text.replace(/^(## \w+)/gm, `$1 ${name}`).replaceAll('Text.', 'Text.\nMore.')}`,
        )
        .join('\n');
      expect(outlineText(bank).cards).toHaveLength(36);
      expect(outlineText(`${bank}\n# Gear\n\n${'Ropes and oars.\n'.repeat(20)}`).shape).toBe(
        'none',
      );
    });

    it('is one no more where the title promises questions, or the headings are many', () => {
      expect(outlineText(`# Knot interview\n\n${text}`).cards.length).toBeGreaterThan(6);
      const long = Array.from({ length: 8 }, (_, at) =>
        [...asking, ...others].map((name) => part(name.replace(/\b(?=\w+\??$)/, `${at} `))),
      );
      expect(
        outlineText(`# Knots from the start\n\n${long.flat().join('\n')}`).cards.length,
      ).toBeGreaterThan(60);
    });
  });
});

describe('whoever says what the questions are', () => {
  const said = (text: string, options: OutlineOptions): readonly string[] =>
    questionsOf(outlineText(text, options));
  const names = ['Reef', 'Tide', 'Foam', 'Salt', 'Wind'];
  const links = names.map((name) => `- [${name}](https://a.example/${name})\n`).join('');

  it('is believed where nothing reads as one', () => {
    const contents = `# Sea\n\n## Table of contents\n\n- [Reef](#reef)\n\n`;
    const parts = names.map((name) => `## ${name}\n\nText.\n`).join('\n');
    expect(said(contents + parts, { shape: 'headings' })).toEqual(names);
    expect(said(`# Sea\n\n${links}`, { shape: 'list' })).toEqual(names);
    const bold = names.map((name) => `**${name}**\n\nText.\n`).join('\n');
    expect(said(bold, { shape: 'bold' })).toEqual(names);
    const blocks = names.map(
      (name) => `<details><summary>${name}</summary>\n\nText.\n\n</details>\n`,
    );
    expect(said(blocks.join('\n'), { shape: 'details' })).toEqual(names);
  });

  it('is told what they could be', () => {
    const text = `# Sea\n\n${names.map((name) => `## ${name}\n\n- Text.\n`).join('\n')}`;
    expect(outlineText(text).waysIn).toEqual([
      { kind: 'headings', level: 2, count: 5 },
      { kind: 'list', count: 5 },
    ]);
    expect(outlineText(`# Sea\n\n${links}`).waysIn).toEqual([{ kind: 'list', count: 5 }]);
    expect(outlineText('# Sea\n\nText.\n').waysIn).toEqual([]);
    expect(outlineText('## Why?\n\nText.\n').waysIn).toBeUndefined();
  });

  it('changes nothing of what was found in that shape', () => {
    const asked = names.map((name) => `## Why ${name}?\n\nText.\n`).join('\n');
    const text = `# Sea\n\n${asked}\n## Contributing\n\nWrite.\n`;
    expect(said(text, {})).toHaveLength(5);
    expect(said(text, { shape: 'headings' })).toEqual(said(text, {}));
  });
});
