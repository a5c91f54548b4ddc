// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRACE_MS, mentionedIn, unmentioned } from './mentioned';

const layers = (...ids: string[]) => ids.map((id) => ({ id, name: id }));
const step = (before: string[], after: string[]) => ({
  changes: { ownLayers: { before: layers(...before), after: layers(...after) } },
  atMs: 0,
});

describe('tables that somebody can come back to', () => {
  it('are those of the layers, and of every step back and forth', () => {
    const history = {
      present: { ownLayers: layers('here') },
      past: [step(['removed'], []), { changes: { layers: { before: {}, after: {} } } }],
      future: [step([], ['undone'])],
    };
    expect([...mentionedIn(history)].sort()).toEqual(['here', 'removed', 'undone']);
  });

  it('are none in what has another form', () => {
    expect(mentionedIn({ past: [null, 1, { changes: { ownLayers: { before: [null, {}, 3] } } }] }).size).toBe(
      0,
    );
    fc.assert(fc.property(fc.anything(), (any) => void mentionedIn(any)));
  });

  it('stay as long as they are mentioned, however old, and go when they are not', () => {
    const kept = [
      { id: 'old', keptMs: 0 },
      { id: 'removed', keptMs: 0 },
      { id: 'forgotten', keptMs: 0 },
      { id: 'new', keptMs: 400 * 86_400_000 - GRACE_MS + 1 },
    ];
    const nowMs = 400 * 86_400_000;
    expect(unmentioned(kept, ['old', 'removed'], nowMs)).toEqual(['forgotten']);
    expect(unmentioned(kept, ['old', 'removed'], nowMs + 1)).toEqual(['forgotten', 'new']);
  });
});
