// SPDX-License-Identifier: EUPL-1.2
/**
 * `tsx commands/kernel.ts` compiles the AssemblyScript of the traffic model into bytes that are part
 * of the sources: nothing has to be fetched or built before they run. A test compiles it again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { main as compile } from 'assemblyscript/asc';

const folder = fileURLToPath(new URL('../src/simulation/models/traffic/', import.meta.url));
export const KERNEL_FILE = `${folder}kernel-bytes.ts`;
/** Hexadecimal digits a line. */
const WIDTH = 96;

/** The text of kernel-bytes.ts, from assembly/kernel.ts. @throws Error with the compiler's words. */
export async function compiledKernel(): Promise<string> {
  const source = readFileSync(`${folder}assembly/kernel.ts`, 'utf8');
  let bytes = new Uint8Array();
  const { error, stderr } = await compile(
    [
      'kernel.ts',
      '--outFile',
      'kernel.wasm',
      '--runtime',
      'stub',
      '--importMemory',
      '--optimizeLevel',
      '3',
      '--shrinkLevel',
      '0',
      '--noAssert',
      '--enable',
      'simd',
      '--use',
      'abort=',
    ],
    {
      readFile: (name) => (name === 'kernel.ts' ? source : null),
      writeFile: (name, contents) => {
        if (name === 'kernel.wasm') bytes = Uint8Array.from(contents as Uint8Array);
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`assembly/kernel.ts: ${error.message}\n${stderr.toString()}`);
  const digits = Buffer.from(bytes).toString('hex');
  const lines = digits.match(new RegExp(`.{1,${WIDTH}}`, 'g')) ?? [];
  return `// SPDX-License-Identifier: EUPL-1.2
/** Made by commands/kernel.ts from assembly/kernel.ts; not to be edited. */

/** The WebAssembly of the sweep's two passes, in hexadecimal digits. */
export const KERNEL_BYTES = [
${lines.map((line) => `  '${line}',`).join('\n')}
].join('');
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(KERNEL_FILE, await compiledKernel());
