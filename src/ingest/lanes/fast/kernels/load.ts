import { kernelBytes } from './bytes.ts';
import type { Kernels } from './kernels.ts';
import { twinKernels } from './twin/twin.ts';

export { twinKernels } from './twin/twin.ts';

let compiled: WebAssembly.Module | null | undefined;

/**
 * The kernels' code, compiled once a process; null where there is no WebAssembly, or none with SIMD and threads. A
 * worker that is given it need not compile it again.
 */
export function kernelModule(): WebAssembly.Module | null {
  compiled ??= compile();
  return compiled;
}

/**
 * The kernels over a shared memory: in WebAssembly where it can be had, else their twins.
 *
 * @param memory - shared, of 65536 pages at most; the kernels leave its first 64 KiB alone as well as all else that they
 *   are not told of
 * @param module - what `kernelModule` gave, in this thread or another
 */
export function loadKernels(memory: WebAssembly.Memory, module: WebAssembly.Module | null = kernelModule()): Kernels {
  if (module === null) return twinKernels(memory);
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  if (!areKernels(exports)) throw new Error('this is no module of the kernels');
  return exports;
}

function compile(): WebAssembly.Module | null {
  try {
    return new WebAssembly.Module(Buffer.from(kernelBytes, 'base64'));
  } catch {
    return null;
  }
}

/** By one of them, for all are built as one. */
function areKernels(exports: unknown): exports is Kernels {
  return typeof exports === 'object' && exports !== null && 'index' in exports && 'patternMoments' in exports;
}
