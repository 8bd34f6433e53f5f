import "server-only";
import { parseArgs } from "node:util";
import { tokensNamed } from "@/db/tokens";
import { isDay } from "@/domain/day";
import { createToken } from "@/server/tokens/create";
import { revokeToken } from "@/server/tokens/revoke";
import { asCommandLine, type Command, Misuse, notice, Obstacle, required } from "./command";
import { valueOf } from "./refusal-words";
import { userWith } from "./users";

export const tokenCommands: Command[] = [
  { words: "token create", takes: "--email E --name N [--expires YYYY-MM-DD]", run: create },
  { words: "token revoke", takes: "--email E --name N", run: revoke },
];

const word = { type: "string" } as const;

async function create(arguments_: string[]): Promise<void> {
  const { values } = parseArgs({ args: arguments_, options: { email: word, name: word, expires: word } });
  const email = required(values.email, "email");
  const name = required(values.name, "name");
  const expiresAt = values.expires === undefined ? null : endOf(values.expires);

  const { token } = await asCommandLine(async (db) => {
    const user = await userWith(db, email);
    if (user.disabledAt !== null) throw new Obstacle(`${email} is disabled: a token would open nothing.`);
    return valueOf(await createToken(db, { userId: user.id, name, expiresAt }));
  });
  process.stdout.write(`${token}\n`);
}

async function revoke(arguments_: string[]): Promise<void> {
  const { values } = parseArgs({ args: arguments_, options: { email: word, name: word } });
  const email = required(values.email, "email");
  const name = required(values.name, "name");

  await asCommandLine(async (db) => {
    const tokens = await tokensNamed(db, (await userWith(db, email)).id, name);
    if (tokens.length === 0) throw new Obstacle(`${email} has no live token called "${name}".`);
    for (const { id } of tokens) await revokeToken(db, { tokenId: id });
  });
  notice(`The token "${name}" of ${email} is refused from now on.`);
}

/** A token is good until its last day is over everywhere in Italy. */
function endOf(day: string): string {
  if (!isDay(day)) throw new Misuse(`--expires takes a day like 2027-03-31, not "${day}".`);
  return `${day}T23:59:59Z`;
}
