// Hands credentials to the Digital Credentials Consortium's verifier; says what it found, one line each.
// Usage: node verify.mjs <node_modules> < credentials.json
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';

// Nothing but this machine is asked: the schema that the verifier would look at on top lies elsewhere.
const asked = globalThis.fetch;
globalThis.fetch = (where, how) =>
  new URL(where.url ?? where).hostname === '127.0.0.1' ? asked(where, how) : Promise.reject(new Error('offline'));
console.error = console.log = () => {};

const entry = join(process.argv[2], '@digitalcredentials/verifier-core/dist/index.js');
const {verifyCredential} = await import(pathToFileURL(entry));
for (const credential of JSON.parse(readFileSync(0, 'utf8'))) {
  const found = await verifyCredential({credential, knownDIDRegistries: []});
  const steps = Object.fromEntries((found.log ?? []).map((step) => [step.id, step.error?.name ?? step.valid]));
  const errors = (found.errors ?? []).map((error) => error.name);
  process.stdout.write(JSON.stringify({steps, errors}) + '\n');
}
