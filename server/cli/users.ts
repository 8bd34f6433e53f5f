import "server-only";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import type { Db } from "@/db/client";
import { findUserByEmail, type User } from "@/db/users";
import { addUserWithRole } from "@/server/users/add-role";
import { disableUser } from "@/server/users/disable";
import { enableUser } from "@/server/users/enable";
import { asCommandLine, type Command, Misuse, notice, Obstacle, required } from "./command";
import { grantFrom } from "./places";
import { valueOf } from "./refusal-words";

export const userCommands: Command[] = [
  { words: "user add", takes: "--email E --role R --name N [--municipality M] [--organisation O] [--password-stdin]", run: add },
  { words: "user disable", takes: "--email E", run: disable },
  { words: "user enable", takes: "--email E", run: enable },
];

const word = { type: "string" } as const;

async function add(arguments_: string[]): Promise<void> {
  const options = { email: word, role: word, name: word, municipality: word, organisation: word, "password-stdin": { type: "boolean" } } as const;
  const { values } = parseArgs({ args: arguments_, options });
  const email = required(values.email, "email");
  const name = required(values.name, "name");
  const role = required(values.role, "role");
  if (!/^\S+@\S+$/.test(email)) throw new Misuse(`"${email}" is no e-mail address.`);
  const password = values["password-stdin"] ? await firstLineOfInput() : undefined;

  const user = await asCommandLine(async (db) => {
    const grant = await grantFrom(db, { role, municipality: values.municipality, organisation: values.organisation });
    return valueOf(await addUserWithRole(db, { email, name, password, ...grant }));
  });
  notice(`${user.email} has the role ${role} (user ${user.id}).`);
  if (user.disabledAt !== null) notice(`${user.email} is disabled and stays so: \`user enable\` lets them in again.`);
}

async function disable(arguments_: string[]): Promise<void> {
  const { values } = parseArgs({ args: arguments_, options: { email: word } });
  const email = required(values.email, "email");
  await asCommandLine(async (db) => valueOf(await disableUser(db, { userId: (await userWith(db, email)).id })));
  notice(`${email} is disabled: sessions and tokens are refused from now on.`);
}

async function enable(arguments_: string[]): Promise<void> {
  const { values } = parseArgs({ args: arguments_, options: { email: word } });
  const email = required(values.email, "email");
  await asCommandLine(async (db) => valueOf(await enableUser(db, { userId: (await userWith(db, email)).id })));
  notice(`${email} may sign in again.`);
}

/** The user with this e-mail. */
export async function userWith(db: Db, email: string): Promise<User> {
  const user = await findUserByEmail(db, email.toLowerCase());
  if (!user) throw new Obstacle(`There is no user ${email}.`);
  return user;
}

async function firstLineOfInput(): Promise<string> {
  const [line] = (await text(process.stdin)).split(/\r?\n/);
  if (!line) throw new Obstacle("--password-stdin was given, but no password came in on standard input.");
  return line;
}
