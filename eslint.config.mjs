import { defineConfig, globalIgnores } from "eslint/config";
import nextCoreWebVitals from "eslint-config-next/core-web-vitals";
import nextTypeScript from "eslint-config-next/typescript";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import { importX } from "eslint-plugin-import-x";
import { directions } from "./scripts/lint/directions.mjs";
import { houseRules } from "./scripts/lint/house-rules.mjs";

const code = "**/*.{ts,tsx,mjs,js}";
const tests = ["**/*.test.{ts,tsx}", "test/**", "e2e/**", "bench/**"];
const size = { skipBlankLines: true, skipComments: true };
const driver = "Only db/ knows SQL: put the query there.";

export default defineConfig([
  globalIgnores([".next/**", ".postoletto/**", "drizzle/**", "next-env.d.ts", "test-results/**", "playwright-report/**", "screenshots/**"]),
  nextCoreWebVitals,
  nextTypeScript,
  {
    files: [code],
    plugins: { "import-x": importX, house: houseRules },
    settings: {
      "import-x/resolver-next": [createTypeScriptImportResolver({ project: "tsconfig.json" })],
      "import-x/parsers": { "@typescript-eslint/parser": [".ts", ".tsx"] },
    },
    rules: {
      "import-x/no-restricted-paths": ["error", { basePath: import.meta.dirname, zones: directions }],
      "import-x/no-cycle": ["error", { ignoreExternal: true }],
      "import-x/no-unresolved": ["error", { ignore: ["^server-only$"] }],
      "import-x/no-default-export": "error",
      "import/no-anonymous-default-export": "off",
      "house/telling-file-name": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "max-lines": ["error", { max: 300, ...size }],
      "max-lines-per-function": ["error", { max: 60, ...size }],
      "no-restricted-imports": ["error", { paths: [{ name: "postgres", message: driver }], patterns: [{ group: ["drizzle-orm", "drizzle-orm/*"], message: driver }] }],
    },
  },
  { files: ["**/*.tsx"], rules: { "max-lines-per-function": ["error", { max: 120, ...size }] } },
  { files: ["app/**/*.tsx", "components/**/*.tsx"], rules: { "house/words-in-messages": "error" } },
  { files: ["app/**", "*.config.{ts,mjs,js}", "e2e/global-setup.ts"], rules: { "import-x/no-default-export": "off" } },
  { files: ["db/**", "scripts/**/*.mjs", ...tests], rules: { "no-restricted-imports": "off" } },
  {
    files: ["domain/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        { name: "Date", message: "The domain has no clock and no instants: take a Day from the caller." },
        { name: "process", message: "The domain knows no environment: take the value from the caller." },
        { name: "fetch", message: "The domain asks nobody: take the answer from the caller." },
      ],
      "import-x/no-nodejs-modules": "error",
    },
  },
  { files: tests, rules: { "max-lines": "off", "max-lines-per-function": "off" } },
]);
