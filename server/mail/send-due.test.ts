import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asActor, connect, type Database } from "@/db/client";
import { queueMessage } from "@/db/outbox";
import { newId } from "@/db/ids";
import { systemActor } from "@/server/actor";
import { tellPasswordChanged } from "@/server/passwords/tell-changed";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { linkIn, postOffice } from "@/test/post-office";
import { mailJobs } from "./jobs";
import { sendDueMessages } from "./send-due";

let fresh: FreshDatabase;
let database: Database;
let owner: postgres.Sql;
let office: Awaited<ReturnType<typeof postOffice>>;

const TOKEN = "t".repeat(43);
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const send = () => sendDueMessages(database);

async function aUser(language = "it"): Promise<{ id: string; email: string }> {
  const [id, email] = [newId(), `${newId()}@comune.example`];
  await owner`INSERT INTO app_user (id, email, name, language) VALUES (${id}, ${email}, 'Maria Rossi', ${language})`;
  return { id, email };
}

const queue = (userId: string, expiresAt = inMinutes(30)) =>
  asActor(database, systemActor("sign_in"), (db) => queueMessage(db, { userId, kind: "password_reset", payload: { token: TOKEN, expiresAt } }));

type Row = { attempts: number; is_sent: boolean; failed: string | null; failure: string | null; is_sealed: boolean; minutes: number };
const messages = () => owner<Row[]>`
  SELECT attempts, sent_at IS NOT NULL AS is_sent, failed_at IS NOT NULL AS failed, failure, sealed IS NOT NULL AS is_sealed,
    round(extract(epoch FROM next_attempt_at - now()) / 60)::int AS minutes
  FROM outbox_message ORDER BY id`;

beforeAll(async () => {
  fresh = await freshDatabase();
  process.env.POSTOLETTO_KEY = randomBytes(32).toString("base64");
  process.env.NEXTAUTH_URL = "https://posti.comune.example";
  process.env.POSTOLETTO_MAIL_FROM = "Postoletto <posta@comune.example>";
  database = connect(fresh.appUrl, 4);
  owner = postgres(fresh.ownerUrl, { max: 1, onnotice: () => {} });
});

beforeEach(async () => {
  office = await postOffice();
  process.env.POSTOLETTO_SMTP_URL = office.url;
  await owner`DELETE FROM outbox_message`;
});
afterEach(() => office.close());

afterAll(async () => {
  await owner.end();
  await database.end();
  await fresh.drop();
});

describe("a message that is due", () => {
  test("goes to the user's address with the link, and is forgotten but for having been sent", async () => {
    const { id, email } = await aUser();
    await queue(id);
    await send();
    await send();
    expect(office.letters.map(({ to }) => to)).toEqual([[email]]);
    expect(linkIn(office.letters[0]!)).toBe(`https://posti.comune.example/accesso/nuova-password#token=${TOKEN}`);
    expect(await messages()).toMatchObject([{ is_sent: true, is_sealed: false, attempts: 1 }]);
  });

  test("speaks the user's language and names nobody", async () => {
    for (const language of ["it", "en"]) await queue((await aUser(language)).id);
    await send();
    const [italian, english] = office.letters.map(({ text }) => text);
    expect(italian).toContain("Subject: Postoletto: scegli una nuova password");
    expect(english).toContain("Subject: Postoletto: choose a new password");
    for (const told of [italian, english]) expect(told).not.toMatch(/Maria|Rossi/);
  });

  test("tells that the password is another one, with the way to the door and nothing else", async () => {
    for (const language of ["it", "en"]) {
      const { id } = await aUser(language);
      await asActor(database, systemActor("sign_in"), (db) => tellPasswordChanged(db, id));
    }
    await send();
    const [italian, english] = office.letters.map(({ text }) => text);
    expect(italian).toContain("Subject: =?UTF-8?Q?Postoletto=3A_la_tua_password_=C3=A8_");
    expect(english).toContain("Subject: Postoletto: your password has changed");
    for (const told of [italian, english]) expect([told?.includes("https://posti.comune.example/accesso"), /Maria|Rossi|token/.test(told ?? "")]).toEqual([true, false]);
  });

  test("is not kept where no server was set up, when it only warns", async () => {
    delete process.env.POSTOLETTO_SMTP_URL;
    await asActor(database, systemActor("sign_in"), async (db) => tellPasswordChanged(db, (await aUser()).id));
    expect(await messages()).toEqual([]);
  });

  test("is sealed while it waits", async () => {
    await queue((await aUser()).id);
    const [row] = await owner`SELECT encode(sealed, 'escape') AS sealed, outbox_message::text AS everything FROM outbox_message`;
    expect(String(row?.sealed).length).toBeGreaterThan(TOKEN.length);
    expect(`${row?.sealed} ${row?.everything}`).not.toContain(TOKEN);
  });

  test("that was refused for now is sent a minute later", async () => {
    const { id } = await aUser();
    await queue(id);
    office.clerk = () => ({ code: 451 });
    await send();
    expect(await messages()).toMatchObject([{ is_sent: false, is_sealed: true, attempts: 1, failure: "smtp_451", minutes: 1 }]);

    office.clerk = () => null;
    await send();
    expect(office.letters).toHaveLength(0);
    await owner`UPDATE outbox_message SET next_attempt_at = now()`;
    await send();
    expect(office.letters).toHaveLength(1);
    expect(await messages()).toMatchObject([{ is_sent: true, attempts: 2, failure: null }]);
  });

  test("waits twice as long each time, and is given up after twelve tries", async () => {
    await queue((await aUser()).id);
    office.clerk = () => ({ code: 451 });
    const waited: number[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      await owner`UPDATE outbox_message SET next_attempt_at = now()`;
      await send();
      waited.push((await messages())[0]?.minutes ?? -1);
    }
    expect(waited.slice(0, 11)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024]);
    expect(await messages()).toMatchObject([{ failed: true, failure: "smtp_451", is_sealed: false, attempts: 12 }]);
  });

  test("that is refused for good fails at once, and holds up nobody else", async () => {
    const [gone, there] = [await aUser(), await aUser()];
    office.clerk = (recipient) => (recipient === gone.email ? { code: 550 } : null);
    await queue(gone.id);
    await queue(there.id);
    await send();
    expect(await messages()).toMatchObject([{ failed: true, failure: "smtp_550", is_sealed: false, attempts: 1 }, { is_sent: true }]);
    expect(office.letters.map(({ to }) => to)).toEqual([[there.email]]);
  });

  test("waits with all others while the server is away", async () => {
    for (let made = 0; made < 2; made += 1) await queue((await aUser()).id);
    process.env.POSTOLETTO_SMTP_URL = "smtp://127.0.0.1:1";
    await send();
    expect(await messages()).toMatchObject([{ is_sent: false, attempts: 1, failure: "unreachable", minutes: 1 }, { is_sent: false, attempts: 0, failure: null, minutes: 0 }]);
  });

  test("is sent once when two processes are at it", async () => {
    const users = await Promise.all(Array.from({ length: 8 }, () => aUser()));
    for (const { id } of users) await queue(id);
    const elsewhere = connect(fresh.appUrl, 2);
    await Promise.all([send(), sendDueMessages(elsewhere), send(), sendDueMessages(elsewhere)]);
    await elsewhere.end();
    expect(office.letters.flatMap(({ to }) => to).toSorted()).toEqual(users.map(({ email }) => email).toSorted());
  });

  test("is not sent when its link has ended, nor when the key is another, and both are told apart", async () => {
    await queue((await aUser()).id, inMinutes(-1));
    await queue((await aUser()).id);
    await owner`UPDATE outbox_message SET sealed = sealed || '\\x00'::bytea WHERE id = (SELECT id FROM outbox_message ORDER BY id DESC LIMIT 1)`;
    await send();
    expect(office.letters).toHaveLength(0);
    expect(await messages()).toMatchObject([{ failed: true, failure: "expired" }, { failed: true, failure: "unreadable" }]);
  });

  test("is forgotten a month after it was settled, and never while it waits", async () => {
    for (const address of ["sent", "failed", "waiting"]) {
      await queue((await aUser()).id);
      const past = { sent: "sent_at", failed: "failed_at", waiting: "created_at" }[address] ?? "";
      await owner.unsafe(`UPDATE outbox_message SET ${past} = now() - interval '31 days' WHERE id = (SELECT id FROM outbox_message ORDER BY id DESC LIMIT 1)`);
    }
    await queue((await aUser()).id);
    await owner`UPDATE outbox_message SET sent_at = now() - interval '29 days' WHERE id = (SELECT id FROM outbox_message ORDER BY id DESC LIMIT 1)`;
    for (const { name, run } of mailJobs) if (name === "mail_sweep") await run(database);
    expect(await messages()).toMatchObject([{ is_sent: false, failed: false }, { is_sent: true }]);
  });

  test("waits where no server was set up", async () => {
    await queue((await aUser()).id);
    delete process.env.POSTOLETTO_SMTP_URL;
    await send();
    expect(await messages()).toMatchObject([{ is_sent: false, failed: false, attempts: 0 }]);
  });
});
