import { SEEDED_HOME, SEEDED_ON } from "./seeded-home";
import { startProduct, temporaryHome } from "./start";

/** Loads the demo network once for the files that begin with it: each would otherwise make and fill a database of its own. */
export default async function loadOnce(): Promise<(() => Promise<void>) | undefined> {
  // On a server that is named every product has its own database there.
  if (process.env.TEST_DATABASE_URL) return undefined;
  const { home, remove } = await temporaryHome();
  const product = await startProduct({ home, today: SEEDED_ON, isEmbedded: true });
  await product.stop();
  process.env[SEEDED_HOME] = home;
  return remove;
}
