// node run.mjs '{"kind", "file", "options"}': one of the scenarios in Node. Prints what happened as JSON.
import { createReadStream, readFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import tus from "tus-js-client";
import { run } from "./scenarios.js";

const { kind, file, options } = JSON.parse(process.argv[2]);
// A length that is told later is for streams whose end nobody knows; of a file's own stream the client asks the size.
const stream = () => createReadStream(file).pipe(new PassThrough());
const body = kind === "deferred" ? stream() : readFileSync(file);
try {
  console.log(JSON.stringify(await run(tus, kind, body, options)));
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
}
