// Builds what pages load: `node build.mjs <folder of node_modules> <target> <folder of translated tools>`.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const [modules, target, translated] = process.argv.slice(2);
const { buildSync, transformSync } = createRequire(join(modules, "x"))("esbuild");
const here = dirname(fileURLToPath(import.meta.url));
process.on("uncaughtException", (error) => {
  console.error(error.message); // its last line is what an operator is shown
  process.exit(1);
});
mkdirSync(target, { recursive: true });

function bundle(entry, options) {
  const found = buildSync({
    ...(entry ? { entryPoints: [join(here, entry)] } : {}),
    bundle: true,
    minify: true,
    charset: "utf8",
    target: ["es2020", "chrome80"], // Android 8 with a browser of 2020
    nodePaths: [modules],
    logLevel: "error",
    write: false,
    ...options,
  });
  return found.outputFiles[0].contents;
}

// Named after its content, so that a phone may keep it for good.
function put(stem, script) {
  const name = `${stem}.${createHash("sha256").update(script).digest("hex").slice(0, 12)}.js`;
  writeFileSync(join(target, name), script);
  writeFileSync(join(target, `${name}.br`), brotliCompressSync(script));
  writeFileSync(join(target, `${name}.gz`), gzipSync(script, { level: 9 }));
  return name;
}

const script = put("halaman", bundle("main.ts"));
// The standard ipywidgets manager, for pages that need it, with its look inside.
const widgetLook = Buffer.from(bundle("full/look.css", { loader: { ".svg": "dataurl" } })).toString();
const full = put(
  "penuh",
  bundle("full/index.ts", {
    format: "esm",
    alias: { "sanitize-html": join(here, "full/sanitize.ts") },
    define: { LOOK: JSON.stringify(widgetLook) },
    legalComments: "eof",
  }),
);

// Its name stays, so that a phone finds the next version of it under the same address.
writeFileSync(join(target, "pekerja.js"), bundle("worker/worker.ts"));

/** A tool that calculates on the phone: its translated notebook, and what stands in for Python. */
function calculator(file) {
  const run = JSON.stringify(join(translated, file));
  const contents = `import { run } from ${run}; import { engine } from "./engine.ts";
    export const start = (app, day) => engine(run, app, day);`;
  const python = join(here, "python");
  const script = bundle("", {
    stdin: { contents, resolveDir: python },
    format: "esm",
    alias: { runtime: join(python, "runtime.ts") },
  });
  return put(`hitung-${basename(file, ".js")}`, script);
}
const tools = readdirSync(translated).sort().map((file) => [basename(file, ".js"), calculator(file)]);

const look = join(here, "..", "..", "..", "deployment", "local", "templates", "tokens.css");
const style = [look, join(here, "..", "style.css")].map((path) => readFileSync(path, "utf8")).join("");
const { code } = transformSync(style, { loader: "css", minify: true, target: "chrome80", charset: "utf8" });
writeFileSync(join(target, "style.css"), code);
const offline = Object.fromEntries(tools);
writeFileSync(join(target, "daftar.json"), JSON.stringify({ script, full, offline }));
