import { render } from '@inquirer/testing';
import { describe, expect, it } from 'vitest';
import { sessionPrompt } from '../../src/terminal/session-prompt.ts';
import { Study } from '../support/study.ts';

const open = async () => {
  const study = new Study();
  const painted: string[] = [];
  const prompt = await render(sessionPrompt, {
    app: study.app,
    size: () => ({ columns: 80, rows: 24 }),
    paint: (lines) => painted.push(lines.join('\n')),
  });
  // One that is still open when the process of the tests ends is closed by force.
  prompt.answer.catch(() => undefined);
  return { study, painted, ...prompt };
};

describe('the session as one prompt', () => {
  it('paints a frame at the start and after each key', async () => {
    const { events, painted } = await open();
    expect(painted.at(-1)).toMatch(/When do you choose retrieval/);
    events.keypress('space');
    expect(painted.at(-1)).toMatch(/1 again/);
  });

  it('keeps every key of a burst', async () => {
    const { events, study } = await open();
    for (const name of ['space', '3', 'space', '4', 'space']) events.keypress({ name });
    expect(study.store.types.filter((type) => type === 'grade')).toHaveLength(2);
  });

  it('answers with how the person left', async () => {
    const { events, answer } = await open();
    events.keypress('q');
    await expect(answer).resolves.toBe('ended');
  });

  it('rejects on Ctrl-C, which the screen takes for an interruption', async () => {
    const { events, answer } = await open();
    events.keypress({ name: 'c', ctrl: true });
    await expect(answer).rejects.toThrow(/SIGINT/);
  });
});
