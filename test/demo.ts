import { afterAll, beforeAll } from "vitest";
import { connect, type Database } from "@/db/client";
import { loadDemo } from "@/db/demo";
import type { Day } from "@/domain/day";
import { freshDatabase } from "./database";

type DemoNetwork = { database: Database; remove(): Promise<void> };

/** The demonstration network as on this day, for the tests of the block this is called in; there from their beginning to their end, asked as the app's role. */
export function demoNetwork(today: Day): () => DemoNetwork {
  let network: DemoNetwork | undefined;
  beforeAll(async () => {
    const { ownerUrl, appUrl, drop } = await freshDatabase();
    await loadDemo({ ownerUrl, today, password: "a password for the demo" });
    const database = connect(appUrl, 2);
    network = { database, remove: async () => { await database.end(); await drop(); } };
  });
  afterAll(async () => {
    await network?.remove();
  });
  return () => {
    if (!network) throw new Error("The demonstration network is there from the first test on.");
    return network;
  };
}
