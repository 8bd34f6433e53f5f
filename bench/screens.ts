import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { openSettled } from "../e2e/settled";
import { startProduct, temporaryHome } from "../e2e/start";
import { visitsOf, windowFor } from "../e2e/visits";
import { findChromium } from "../scripts/chromium.mjs";
import { projectRoot } from "../scripts/project.mjs";

// npm run screens [-- part of a page's path]: every page at three widths, light and dark, into screenshots/.
const WIDTHS = [1440, 1024, 390];
const SCHEMES = ["light", "dark"] as const;
const wanted = process.argv[2] ?? "";

const folder = join(projectRoot, "screenshots");
const { home, remove } = await temporaryHome();
const product = await startProduct({ home, today: "2027-02-10", isEmbedded: true, env: { POSTOLETTO_DESIGN: "1" } });
const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
try {
  const all = await visitsOf(product);
  await mkdir(folder, { recursive: true });
  for (const visit of all.visits.filter(({ route }) => route.includes(wanted))) {
    for (const width of WIDTHS) {
      const isPhone = width < 600;
      const context = await windowFor(browser, product, all, visit.role, { viewport: { width, height: isPhone ? 844 : 900 }, hasTouch: isPhone, isMobile: isPhone, reducedMotion: "reduce" });
      const page = await context.newPage();
      await openSettled(page, `${product.url}${visit.path}`);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: join(folder, `${nameOf(visit.route)}-${width}-${colorScheme}.png`), fullPage: true });
      }
      await context.close();
    }
    console.log(visit.route, visit.role ?? "");
  }
} finally {
  await browser.close();
  await product.stop();
  await remove();
}

function nameOf(route: string): string {
  return route.slice(1).replaceAll("/", "-").replaceAll(/[[\]]/g, "");
}
