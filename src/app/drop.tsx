// SPDX-License-Identifier: EUPL-1.2
import { Suspense, useEffect, useState } from 'react';
import { DropOverlay } from './sent-parts';

/** A file may be dropped anywhere on the page; what takes it comes when one is first held over it. */
export function Drop() {
  const [held, setHeld] = useState(false);
  const [dropped, setDropped] = useState<readonly File[] | null>(null);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // Without this the browser opens the file in place of the page.
      event.preventDefault();
      setHeld(true);
    };
    // Null: the pointer has left the window.
    const leave = (event: DragEvent) => event.relatedTarget === null && setHeld(false);
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setHeld(false);
      setDropped([...(event.dataTransfer?.files ?? [])]);
    };
    const heard = { dragenter: over, dragover: over, dragleave: leave, drop };
    for (const [name, act] of Object.entries(heard)) addEventListener(name, act as EventListener);
    return () => {
      for (const [name, act] of Object.entries(heard)) removeEventListener(name, act as EventListener);
    };
  }, []);
  if (!held && !dropped) return null;
  return (
    <Suspense>
      <DropOverlay dropped={dropped} onDone={() => setDropped(null)} />
    </Suspense>
  );
}
