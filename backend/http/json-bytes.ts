/** JSON that has been serialised already, such as cases that are asked for again and again. */
export class JsonBytes {
  readonly bytes: Buffer;
  #memory: Buffer | undefined;

  /** @param memory which the bytes lie in, where it may be written over once they were sent */
  constructor(bytes: Uint8Array, memory?: Buffer) {
    this.bytes = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#memory = memory;
  }

  /** To be called once they were sent, by whoever knows that nobody will look at them again. */
  sent(): void {
    if (this.#memory?.length === pieceSize && spare.length < mostSpare) spare.push(this.#memory);
    this.#memory = undefined;
  }
}

/** Room for a page of usual length. Used again and again, since so much memory a request would be much to clean up. */
const pieceSize = 128 * 1024;
const mostSpare = 16;
const spare: Buffer[] = [];
/** A character takes at most so many bytes. */
const widest = 3;
const comma = ','.charCodeAt(0);

/** Puts JSON together from parts. */
export class JsonWriter {
  #memory = spare.pop() ?? Buffer.allocUnsafeSlow(pieceSize);
  #length = 0;
  /** Where the last item of a list ended. */
  #itemEnd = -1;

  text(text: string): void {
    this.#reserve(text.length * widest);
    this.#length += this.#memory.write(text, this.#length);
  }

  value(value: unknown): void {
    this.text(JSON.stringify(value));
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#memory.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /**
   * One more item of a list: an object of so many bytes, which `write` puts there or answers false.
   * @param member which the object is to begin with, as JSON
   */
  item(length: number, write: (into: Buffer, at: number) => boolean, member = ''): boolean {
    this.#reserve(member.length * widest + length + 2);
    let at = this.#length;
    if (at === this.#itemEnd) this.#memory[at++] = comma;
    if (member !== '') at += this.#memory.write(`{${member}`, at);
    if (!write(this.#memory, at)) return false;
    // In the place of the object's own brace.
    if (member !== '') this.#memory[at] = comma;
    this.#length = at + length;
    this.#itemEnd = this.#length;
    return true;
  }

  /** What was written; nothing more can be. */
  end(): JsonBytes {
    return new JsonBytes(this.#memory.subarray(0, this.#length), this.#memory);
  }

  #reserve(length: number): void {
    if (this.#length + length <= this.#memory.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#length + length, this.#memory.length * 2));
    this.#memory.copy(larger, 0, 0, this.#length);
    this.#memory = larger;
  }
}
