import { openDatabase } from "./database.mjs";
import { ensureDependencies } from "./dependencies.mjs";
import { watchSignals } from "./interruption.mjs";
import { commandArguments } from "./product.mjs";
import { giveUp } from "./project.mjs";

const interruption = watchSignals();

async function main(words) {
  await ensureDependencies(interruption);
  const reloadsDemo = words[0] === "demo" && words[1] === "reset";
  const database = await openDatabase(process.env, { reloadsDemo });
  try {
    return await interruption.run(process.execPath, commandArguments(words), { env: database.env, stdio: "inherit" });
  } finally {
    await database.leave();
  }
}

main(process.argv.slice(2)).then((code) => process.exit(code), giveUp);
