const NEWLINE = 0x0a;

/** The bytes ended before what was asked for. */
export class EndOfBytes extends Error {}

/** Takes lines and lengths from a stream of bytes and holds no more of it than it was asked for. */
export class ByteReader {
  private held: Buffer = Buffer.alloc(0);
  private readonly bytes: AsyncIterator<Buffer>;

  constructor(bytes: AsyncIterable<Buffer>) {
    this.bytes = bytes[Symbol.asyncIterator]();
  }

  /** Up to and with the next line end. */
  async line(limit: number): Promise<Buffer> {
    for (let searched = 0; ; ) {
      const end = this.held.indexOf(NEWLINE, searched);
      if (end !== -1) return this.take(end + 1);
      searched = this.held.length;
      if (searched > limit || !(await this.more())) throw new EndOfBytes();
    }
  }

  async exactly(length: number): Promise<Buffer> {
    while (this.held.length < length) if (!(await this.more())) throw new EndOfBytes();
    return this.take(length);
  }

  async isAtEnd(): Promise<boolean> {
    return this.held.length === 0 && !(await this.more());
  }

  private take(length: number): Buffer {
    const taken = this.held.subarray(0, length);
    this.held = this.held.subarray(length);
    return taken;
  }

  private async more(): Promise<boolean> {
    const next = await this.bytes.next();
    if (next.done) return false;
    this.held = this.held.length === 0 ? next.value : Buffer.concat([this.held, next.value]);
    return true;
  }
}
