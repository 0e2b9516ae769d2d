// Judges each definition that it is given by the rules of the npm package asl-validator; prints one JSON list of faults.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const validate = createRequire(import.meta.url)("asl-validator");
const judge = validate.default ?? validate;
const faults = [];
for (const path of process.argv.slice(2)) {
  const { isValid, errors } = judge(JSON.parse(readFileSync(path, "utf8")), { checkPaths: true, checkArn: true });
  if (!isValid) {
    faults.push({ path, errors });
  }
}
console.log(JSON.stringify(faults));
