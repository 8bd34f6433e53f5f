import { notice } from "./project.mjs";

/** @param {import("./database.mjs").Database} database */
export function warnAboutSimulatedDay({ env, isEmbedded }) {
  const day = env.POSTOLETTO_TODAY;
  if (!day) return;
  // On the tests' own server server/clock.ts compares addresses.
  if ((isEmbedded || env.TEST_DATABASE_URL) && env.POSTOLETTO_TEST === "1") notice(`simulating ${day} as today.`);
  else notice(`POSTOLETTO_TODAY=${day} is ignored: it counts only with the embedded database and POSTOLETTO_TEST=1.`);
}

/** The address and, with a demo network, its logins. @param {import("./database.mjs").Database} database */
export function greeting({ env, isEmbedded }) {
  const lines = ["", `  Postoletto is ready: ${env.NEXTAUTH_URL}`, ""];
  if (env.POSTOLETTO_DEMO !== "0") lines.push(...demoLogins(env.POSTOLETTO_DEMO_PASSWORD, isEmbedded), "");
  return `${lines.join("\n")}\n`;
}

function demoLogins(password, isEmbedded) {
  return [
    `  Demo logins${isEmbedded ? "" : ", if this database holds the demo network"} (password for all: ${password})`,
    "    operator.perugia@demo.example        the beds of one organisation",
    "    social_worker.perugia@demo.example   households and referrals",
    "    manager.perugia@demo.example         the whole municipality",
    "    coordinator@demo.example             the network, no personal data",
    "    administrator@demo.example           users, tokens, audit",
    "  Every other municipality of the demo network in place of perugia.",
  ];
}
