// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { besidePanels } from './free-area';

describe('what is chosen', () => {
  const free = { left: 350, top: 60, right: 1000, bottom: 860 };
  const card = { left: 1000, top: 70, right: 1420, bottom: 700 };
  const layers = { left: 16, top: 70, right: 350, bottom: 850 };

  it('stays where no panel lies over it', () => {
    expect(besidePanels([700, 400], [card, layers], free)).toBeNull();
    // Below the card, though not in the free area.
    expect(besidePanels([1200, 740], [card, layers], free)).toBeNull();
  });

  it('comes out from under a card by the shortest way, some way from its edge', () => {
    expect(besidePanels([1200, 400], [card, layers], free)).toEqual([928, 400]);
    expect(besidePanels([1010, 90], [card, layers], free)).toEqual([928, 132]);
    // At the very edge it is hardly seen.
    expect(besidePanels([980, 400], [card, layers], free)).toEqual([928, 400]);
  });

  it('comes out from under a sheet, to the middle of the little that it leaves', () => {
    const sheet = { left: 8, top: 140, right: 382, bottom: 780 };
    expect(besidePanels([200, 500], [sheet], { left: 0, top: 60, right: 390, bottom: 140 })).toEqual([
      200, 100,
    ]);
  });
});
