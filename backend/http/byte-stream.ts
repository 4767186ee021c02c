/** An answer that is made while it is being sent, such as a file of a million rows. */
export class ByteStream {
  readonly parts: AsyncIterable<string>;

  constructor(parts: AsyncIterable<string>) {
    this.parts = parts;
  }
}
