import { describe, expect, it } from 'vitest';
import { kernelModule, loadKernels, twinKernels } from '../../../src/ingest/lanes/fast/kernels/load.ts';

const PAGE = 65_536;
const shared = (): WebAssembly.Memory => new WebAssembly.Memory({ initial: 2, maximum: 16, shared: true });

describe('loadKernels', () => {
  it('has both kinds of kernels whole', () => {
    const memory = shared();
    const names = Object.keys(twinKernels(memory)).sort();
    const kernels = loadKernels(memory);
    expect(
      Object.keys(kernels)
        .filter((name) => name !== 'memory')
        .sort(),
    ).toEqual(names);
    expect(kernels).not.toBe(loadKernels(memory));
  });

  it('compiles once', () => {
    expect(kernelModule()).not.toBeNull();
    expect(kernelModule()).toBe(kernelModule());
  });

  it('leaves the memory as it is', () => {
    const memory = shared();
    const bytes = new Uint8Array(memory.buffer).fill(0xa5);
    loadKernels(memory);
    expect(bytes.every((byte) => byte === 0xa5)).toBe(true);
    expect(new Uint8Array(memory.buffer).length).toBe(2 * PAGE);
  });

  it.each([
    ['WebAssembly', kernelModule()],
    ['twins', null],
  ])('%s follow a memory that grows', (_, module) => {
    const memory = shared();
    const kernels = loadKernels(memory, module);
    kernels.makeTable(PAGE, 4, 0);
    memory.grow(2);
    kernels.makeTable(3 * PAGE, 8, 5);
    expect([...new Uint32Array(memory.buffer, 3 * PAGE, 4)]).toEqual([7, 0, 0, 5]);
  });

  it('has twins over a plain buffer, of any length', () => {
    const buffer = new ArrayBuffer(1003);
    twinKernels(buffer).makeTable(16, 4, 0);
    expect([...new Uint32Array(buffer, 16, 4)]).toEqual([3, 0, 0, 0]);
  });
});
