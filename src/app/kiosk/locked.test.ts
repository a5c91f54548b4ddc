// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { isKeyAllowed } from './locked';

const key = (name: string, held: 'ctrlKey' | 'metaKey' | 'altKey' | null = null) =>
  isKeyAllowed({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...(held && { [held]: true }) });

describe('the keys of a kiosk', () => {
  it.each(['Tab', 'Enter', ' ', 'Escape', 'ArrowLeft', 'PageUp', '+'])('let one walk: %s', (name) =>
    expect(key(name)).toBe(true),
  );
  it.each(['F1', 'F5', 'F11', 'F12', 'a', 'BrowserBack', 'Backspace', 'ContextMenu', 'PrintScreen'])(
    'do nothing else: %s',
    (name) => expect(key(name)).toBe(false),
  );
  it('do nothing together with Ctrl, Alt or the system’s key', () => {
    for (const held of ['ctrlKey', 'metaKey', 'altKey'] as const)
      for (const name of ['+', '-', 'Tab', 'ArrowLeft', 'p', 's', 'w']) expect(key(name, held)).toBe(false);
  });
});
