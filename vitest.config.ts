import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// A forgotten time zone fails in the zone that is a day ahead of Rome for half of the day.
process.env.TZ = "Pacific/Kiritimati";
process.env.POSTOLETTO_TEST = "1";

const ends = "**/*.test.{ts,tsx}";

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: at("./") },
      { find: /^server-only$/, replacement: at("./node_modules/server-only/empty.js") },
    ],
  },
  test: {
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "pure", include: [`{domain,components,messages,scripts}/${ends}`] } },
      { extends: true, test: { name: "database", include: [`{db,server,test}/${ends}`], globalSetup: "./test/global-setup.ts" } },
    ],
  },
});
