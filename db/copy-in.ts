import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type postgres from "postgres";

/** Sends what `rows` yields into a `COPY ... FROM STDIN`, and waits until the database has taken or refused it. */
export async function sendInto(copy: postgres.PendingQuery<postgres.Row[]>, rows: AsyncIterable<string | Buffer>): Promise<void> {
  const target = await copy.writable();
  // The driver tells nobody when a COPY fails at its very end, on a foreign key or a full disk: its answer has been given with the stream.
  const refused = new Promise<never>((_resolve, reject) => Object.assign(copy, { reject }));
  await Promise.race([refused, pipeline(Readable.from(rows, { objectMode: true, highWaterMark: 2 }), target)]);
}
