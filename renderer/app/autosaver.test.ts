import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Autosaver } from './autosaver.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A store whose answers the test gives, one after the other. */
function store() {
  const saves: { value: string; answer: (failure?: Error) => Promise<void> }[] = [];
  const save = (value: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const answer = async (failure?: Error) => {
        if (failure) reject(failure);
        else resolve();
        await vi.advanceTimersByTimeAsync(0);
      };
      saves.push({ value, answer });
    });
  return { saver: new Autosaver<string>(save, 600, Object.is), saves };
}

describe('autosave', () => {
  it('saves once, at the pause, the latest of what was typed', async () => {
    const { saver, saves } = store();
    saver.type('a');
    await vi.advanceTimersByTimeAsync(500);
    saver.type('ab');
    await vi.advanceTimersByTimeAsync(599);
    expect(saves).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(saves.map(({ value }) => value)).toEqual(['ab']);
    expect(saver.status.state).toBe('saving');
    await saves[0]?.answer();
    expect(saver.status.state).toBe('saved');
  });

  it('saves at once when the field is left', () => {
    const { saver, saves } = store();
    saver.type('a');
    saver.flush();
    expect(saves).toHaveLength(1);
  });

  it('saves after a running save what was typed meanwhile, never two at a time', async () => {
    const { saver, saves } = store();
    saver.type('a');
    saver.flush();
    saver.type('ab');
    await vi.advanceTimersByTimeAsync(5000);
    expect(saves).toHaveLength(1);
    await saves[0]?.answer();
    await vi.advanceTimersByTimeAsync(600);
    expect(saves.map(({ value }) => value)).toEqual(['a', 'ab']);
    expect(saver.status.state).toBe('saving');
  });

  it('keeps what was typed when saving fails, and saves it on retry', async () => {
    const { saver, saves } = store();
    saver.type('a');
    saver.flush();
    await saves[0]?.answer(new Error('disk.full'));
    expect(saver.status).toMatchObject({ state: 'failed', error: new Error('disk.full') });
    saver.setStored('');
    expect(saver).toMatchObject({ hasPending: true, pending: 'a' });
    saver.flush();
    await saves[1]?.answer();
    expect(saver.status.state).toBe('saved');
  });

  it('shows what was typed until the stored value has caught up, then follows it', async () => {
    const { saver, saves } = store();
    saver.type('a');
    saver.flush();
    saver.setStored('old');
    expect(saver.hasPending).toBe(true);
    await saves[0]?.answer();
    saver.setStored('old');
    expect(saver.pending).toBe('a');
    saver.setStored('a');
    expect(saver.hasPending).toBe(false);
  });

  it('lets the store have the last word when it stores something else', async () => {
    const { saver, saves } = store();
    saver.type('a ');
    saver.flush();
    await saves[0]?.answer();
    saver.setStored('old');
    saver.setStored('a');
    expect(saver.hasPending).toBe(false);
  });
});
