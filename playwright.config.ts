import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/chromium.mjs";

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.test.ts",
  globalSetup: "./e2e/global-setup.ts",
  outputDir: "test-results",
  // Every file has a product of its own.
  workers: 2,
  timeout: 300_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    locale: "it-IT",
    timezoneId: "Europe/Rome",
    // What is half faded in has not its contrast yet.
    contextOptions: { reducedMotion: "reduce" },
    // A trace of every test costs a sixth of the whole time; --trace retain-on-failure asks for it.
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findChromium(),
      args: ["--disable-background-networking", ...(isRoot ? ["--no-sandbox"] : [])],
    },
  },
  // Every test runs in both, unless its tag says for which it makes sense: a skipped test counts as failed.
  projects: [
    { name: "desktop", grepInvert: /@phone/, use: { viewport: { width: 1440, height: 900 } } },
    { name: "phone", grepInvert: /@desktop/, use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  ],
});
