// node run.mjs '[{"kind", "file", "options"}, …]': scenarios in Node, side by side. Prints what happened in each as JSON.
import { createReadStream, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PassThrough } from "node:stream";
import { run } from "./scenarios.mjs";

// The very client that the phone is built with.
const tus = createRequire(new URL("../../mobile_app/package.json", import.meta.url))("tus-js-client");

// A length that is told later is for streams whose end nobody knows; of a file's own stream the client asks the size.
const stream = (file) => createReadStream(file).pipe(new PassThrough());
const upload = ({ kind, file, options }) => run(tus, kind, kind === "deferred" ? stream(file) : readFileSync(file), options);
try {
  console.log(JSON.stringify(await Promise.all(JSON.parse(process.argv[2]).map(upload))));
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
}
