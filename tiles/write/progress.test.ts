// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { openProgress } from './progress';

function fakeScreen(isTTY: boolean) {
  let text = '';
  let nowMs = 0;
  const screen = openProgress({ isTTY, columns: 60, write: (part) => (text += part) }, () => nowMs);
  return { ...screen, text: () => text, wait: (ms: number) => (nowMs += ms) };
}

describe('progress', () => {
  it('is one bar on a terminal, with counts and the time left', () => {
    const { progress, say, end, text, wait } = fakeScreen(true);
    progress('vector tiles', 0, 1200);
    wait(3000);
    progress('vector tiles', 300, 1200);
    const redrawn = text().split('\r\x1b[K').at(-1);
    // A quarter took 3 s, so three quarters take 9.
    expect(redrawn).toBe('[██████░░░░░░░░░░░░░░░░░░] vector tiles: 300 of 1,200, 9 s left'.slice(0, 59));
    wait(10);
    progress('vector tiles', 301, 1200);
    expect(text().split('\r\x1b[K').at(-1)).toBe(redrawn); // not more often than the eye sees
    say('a note');
    expect(text().endsWith('\r\x1b[Ka note\n')).toBe(true);
    end();
    expect(text().endsWith('\r\x1b[Ka note\n')).toBe(true); // no bar left to remove
    expect(text()).not.toMatch(/[^K]\n.*\n/);
  });

  it('is a line at the end of a step elsewhere, and every ten seconds of a long one', () => {
    const { progress, text, wait } = fakeScreen(false);
    progress('reading trees', 0, 2);
    progress('reading trees', 1, 2);
    expect(text()).toBe('');
    progress('reading trees', 2, 2);
    expect(text()).toBe('reading trees: 2 of 2\n');
    progress('tiles', 0, 100);
    wait(10_000);
    progress('tiles', 10, 100);
    wait(5_000);
    progress('tiles', 20, 100);
    wait(45_000);
    progress('tiles', 40, 100);
    expect(text().split('\n')).toEqual([
      'reading trees: 2 of 2',
      'tiles: 10 of 100, 2 min left', // 10 s a tenth: 90 s
      'tiles: 40 of 100, 2 min left', // 60 s for 40: 90 s
      '',
    ]);
    expect(text()).not.toContain('\x1b');
  });

  it('keeps the time of steps that take turns', () => {
    const { progress, text, wait } = fakeScreen(false);
    progress('tiles', 0, 100);
    progress('reading', 0, 2);
    wait(9_000);
    progress('reading', 1, 2);
    wait(1_000);
    progress('tiles', 50, 100);
    progress('reading', 2, 2);
    expect(text()).toBe('tiles: 50 of 100, 10 s left\nreading: 2 of 2\n');
  });
});
