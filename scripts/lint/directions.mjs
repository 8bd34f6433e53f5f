/** What each folder may import, besides itself. Packages are free except where named. */
const mayImport = {
  db: ["domain"],
  server: ["db", "domain", "messages"],
  messages: ["domain"],
  components: ["messages", "domain"],
  app: ["components", "server", "messages", "domain"],
  scripts: [],
};

const testFolders = ["test", "e2e", "bench"];
const notTests = "!(*.test).{ts,tsx,mjs}";

const words = (folder, allowed) => `${folder}/ may import ${[...allowed, "itself"].map((name) => (name === "itself" ? name : `${name}/`)).join(", ")} and nothing else of the project.`;

function zone(folder, allowed) {
  const here = [folder, ...allowed].map((name) => `./${name}`);
  return [
    { target: `./${folder}/**/${notTests}`, from: "./", except: [...here, "./node_modules"], message: words(folder, allowed) },
    // Tests beside the code keep its direction; they may also use the builders and databases of test/.
    { target: `./${folder}/**/*.test.{ts,tsx}`, from: "./", except: [...new Set([...here, "./node_modules", "./test", "./scripts"])], message: words(folder, [...allowed, "test"]) },
  ];
}

const domain = [
  { target: `./domain/**/${notTests}`, from: "./", except: ["./domain", "./node_modules/zod"], message: "domain/ imports nothing but itself and zod." },
  { target: "./domain/**/*.test.ts", from: "./", except: ["./domain", "./test", "./node_modules"], message: "Tests of the domain need no database and no server." },
];

/** Zones for import-x/no-restricted-paths: app -> components -> messages -> domain, app -> server -> db -> domain, server -> messages. */
export const directions = [
  ...domain,
  ...Object.entries(mayImport).flatMap(([folder, allowed]) => zone(folder, allowed)),
  { target: "./*.{ts,tsx,mjs,js}", from: testFolders.map((name) => `./${name}`), message: "Only tests import test/, e2e/ and bench/." },
];
