import "server-only";
import { auditCommands } from "./audit";
import { backupCommands } from "./backup";
import { type Command, Misuse, notice } from "./command";
import { dataCommands } from "./data";
import { demoCommands } from "./demo";
import { preparationCommands } from "./preparation";
import { sentenceFor } from "./sentence";
import { tokenCommands } from "./tokens";
import { userCommands } from "./users";

const COMMANDS: Command[] = [...preparationCommands, ...demoCommands, ...userCommands, ...tokenCommands, ...dataCommands, ...backupCommands, ...auditCommands];

/** Runs what was typed; answers the exit code. */
export async function run(typed: string[]): Promise<number> {
  const command = COMMANDS.find(({ words }) => typed.slice(0, words.split(" ").length).join(" ") === words);
  if (!command) {
    const isQuestion = typed.includes("--help") || typed[0] === "help";
    (isQuestion ? process.stdout : process.stderr).write(usage());
    return isQuestion ? 0 : 2;
  }
  try {
    await command.run(typed.slice(command.words.split(" ").length));
    return 0;
  } catch (error) {
    notice(sentenceFor(error));
    if (!isMisuse(error)) return 1;
    notice(`Usage: npm run cli -- ${command.words} ${command.takes}`.trimEnd());
    return 2;
  }
}

function isMisuse(error: unknown): boolean {
  if (error instanceof Misuse) return true;
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

function usage(): string {
  const lines = COMMANDS.map(({ words, takes }) => `  ${words} ${takes}`.trimEnd());
  return ["Usage: npm run --silent cli -- <command>", "", ...lines, ""].join("\n");
}
