import "server-only";
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { asActor, type Database, inSavepoint } from "@/db/client";
import { claimKey, storeAnswer } from "@/db/idempotency";
import type { Actor } from "@/domain/actor";
import { no, ok, type Result } from "@/domain/failure";
import type { ImportKind } from "@/domain/imports";
import { requireSomewhere } from "../guard";
import { type ImportOptions, type ImportResult, importInto, resultOf } from "./run";
import { StagedRows } from "./staged-rows";

/** Until the file was read to its end. */
const NOT_READ_YET = "";

/**
 * Imports a file under a key: the same key and file again give the first answer and import nothing, another file is refused. Files
 * stream, so the key is claimed before it is known what comes with it, and a second request waits until the first is done.
 */
export async function importOnce(database: Database, actor: Actor, key: string, kind: ImportKind, input: Readable, options: ImportOptions): Promise<Result<ImportResult, { code: "idempotency_conflict" }>> {
  requireSomewhere(actor, "data.import");
  const file = new HashedFile(input);
  const about = `${kind} ${options.dryRun} ${options.partial}`;
  try {
    return await asActor(database, actor, async (db) => {
      const first = await claimKey(db, key, NOT_READ_YET);
      if (first !== null) return first.requestHash === (await file.hashWith(about)) ? ok(first.body as ImportResult) : no({ code: "idempotency_conflict" });

      const staged = new StagedRows(kind, Readable.from(file.chunks()), options.today, (rows) => options.onProgress?.("read", rows));
      const result = await inSavepoint(db, (savepoint) => importInto(savepoint, staged, options)).catch((error: unknown) => resultOf(error, staged));
      await storeAnswer(db, key, { status: 200, body: result, requestHash: await file.hashWith(about) });
      return ok(result);
    });
  } finally {
    input.destroy();
  }
}

/** A file whose hash is of all of it, also when its reader had enough before the end. */
class HashedFile {
  private readonly hash = createHash("sha256");
  private readonly iterator: AsyncIterator<Uint8Array | string>;

  constructor(input: Readable) {
    this.iterator = input[Symbol.asyncIterator]() as AsyncIterator<Uint8Array | string>;
  }

  async *chunks(): AsyncGenerator<Uint8Array | string> {
    for (let next = await this.iterator.next(); !next.done; next = await this.iterator.next()) {
      this.hash.update(next.value);
      yield next.value;
    }
  }

  async hashWith(about: string): Promise<string> {
    for await (const _chunk of this.chunks());
    return this.hash.update(`\n${about}`).digest("hex");
  }
}
