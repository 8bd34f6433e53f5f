import { test } from "@playwright/test";
import { fillHome } from "./seeded-home";
import { type Options, type Product, startProduct, temporaryHome } from "./start";

type Settings = Omit<Options, "home" | "port">;
type OwnProduct = Product & {
  home: string;
  /** Starts it again with other settings, on the same data and under the same address. */
  again(settings: Settings): Promise<void>;
};

/**
 * The product for the tests of one file, with data of its own: started before the first, stopped after the last.
 * `onceStarted` prepares what they share. Its fields are there once the tests run.
 */
export function ownProduct(settings: Settings = {}, onceStarted: (product: OwnProduct) => Promise<void> = async () => undefined): OwnProduct {
  const product = {} as OwnProduct;
  let remove = async () => {};

  test.beforeAll(async () => {
    // The first start on a machine builds.
    test.setTimeout(600_000);
    const place = await temporaryHome();
    remove = place.remove;
    const start = async (chosen: Settings, port?: number) => Object.assign(product, await startProduct({ ...chosen, home: place.home, port }));
    const again = async (chosen: Settings) => {
      await product.stop();
      await start(chosen, Number(new URL(product.url).port));
    };
    Object.assign(product, { home: place.home, again });
    await fillHome(place.home, settings);
    await start(settings);
    await onceStarted(product);
  });

  test.afterAll(async ({ browser }) => {
    // A window that a test left open would go on asking a product that has gone.
    for (const context of browser.contexts()) await context.close();
    await product.stop?.();
    await remove();
  });

  return product;
}
