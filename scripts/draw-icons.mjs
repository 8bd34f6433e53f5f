import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findChromium } from "./chromium.mjs";
import { projectRoot } from "./project.mjs";

// Draws the pictures that phones ask for from app/icon.svg: run by hand when that changes, `node scripts/draw-icons.mjs`.
const BLUE = "#0066cc";

/** Phones cut a maskable icon to a shape of their own: what is inside 80 % of it is sure to be seen. */
const PICTURES = [
  { path: "public/icons/icon-192.png", size: 192, share: 1, ground: "transparent" },
  { path: "public/icons/icon-512.png", size: 512, share: 1, ground: "transparent" },
  { path: "public/icons/maskable-192.png", size: 192, share: 0.8, ground: BLUE },
  { path: "public/icons/maskable-512.png", size: 512, share: 0.8, ground: BLUE },
  { path: "app/apple-icon.png", size: 180, share: 0.9, ground: BLUE },
];

const svg = (await readFile(join(projectRoot, "app/icon.svg"), "utf8")).replace("<svg ", '<svg width="100%" height="100%" ');
const browser = await chromium.launch({ executablePath: findChromium(), args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
for (const { path, size, share, ground } of PICTURES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const side = Math.round(size * share);
  await page.setContent(`<style>html,body{margin:0;height:100%;background:${ground};display:grid;place-items:center}div{width:${side}px;height:${side}px}</style><div>${svg}</div>`);
  await page.screenshot({ path: join(projectRoot, path), omitBackground: true });
  await page.close();
}
await browser.close();
