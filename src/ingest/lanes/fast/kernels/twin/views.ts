/** A memory seen as bytes and numbers. The views are made anew when the memory has grown. */
export class Views {
  readonly #memory: WebAssembly.Memory | ArrayBufferLike;
  #buffer: ArrayBufferLike;
  #bytes: Uint8Array;
  #integers: Int32Array;
  #offsets: Uint32Array;
  #numbers: Float64Array;

  constructor(memory: WebAssembly.Memory | ArrayBufferLike) {
    this.#memory = memory;
    this.#buffer = bufferOf(memory);
    this.#bytes = new Uint8Array(this.#buffer);
    this.#integers = new Int32Array(this.#buffer, 0, this.#buffer.byteLength >>> 2);
    this.#offsets = new Uint32Array(this.#buffer, 0, this.#buffer.byteLength >>> 2);
    this.#numbers = new Float64Array(this.#buffer, 0, this.#buffer.byteLength >>> 3);
  }

  get bytes(): Uint8Array {
    this.#renew();
    return this.#bytes;
  }

  /** Indexed by a quarter of the pointer. */
  get integers(): Int32Array {
    this.#renew();
    return this.#integers;
  }

  /** Indexed by a quarter of the pointer. */
  get offsets(): Uint32Array {
    this.#renew();
    return this.#offsets;
  }

  /** Indexed by an eighth of the pointer. */
  get numbers(): Float64Array {
    this.#renew();
    return this.#numbers;
  }

  #renew(): void {
    const buffer = bufferOf(this.#memory);
    if (buffer === this.#buffer) return;
    this.#buffer = buffer;
    this.#bytes = new Uint8Array(buffer);
    this.#integers = new Int32Array(buffer, 0, buffer.byteLength >>> 2);
    this.#offsets = new Uint32Array(buffer, 0, buffer.byteLength >>> 2);
    this.#numbers = new Float64Array(buffer, 0, buffer.byteLength >>> 3);
  }
}

function bufferOf(memory: WebAssembly.Memory | ArrayBufferLike): ArrayBufferLike {
  return 'buffer' in memory ? memory.buffer : memory;
}
