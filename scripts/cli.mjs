import { openDatabase } from "./database.mjs";
import { ensureDependencies } from "./dependencies.mjs";
import { Interrupted, watchSignals } from "./interruption.mjs";
import { commandArguments } from "./product.mjs";
import { explain } from "./project.mjs";

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

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    if (error instanceof Interrupted) process.exit(error.exitCode);
    explain(error);
    process.exit(1);
  },
);
