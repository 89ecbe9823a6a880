import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * Passes a file of customer records through the built package, as the node does but for the upload:
 * passRecords.mjs checkJson FILE, or passRecords.mjs convertCsv FILE.
 */

const [what, file] = process.argv.slice(2);
const require = createRequire(new URL('../../dist/nodes/Lexer/records/', import.meta.url));
const pass = { checkJson: require('./passJson.js').passJson, convertCsv: require('./passCsv.js').passCsv }[what];
const { goodRecords } = require('./passedRecords.js');
const { createReport } = require('./check/report.js');

const report = createReport();
const options = { recordType: 'customer_record', rules: 'uploadTool', invalidRecords: 'skip', report };
let bytes = 0;
for await (const lines of goodRecords(pass(createReadStream(file, { highWaterMark: 2 ** 20 }), options))) bytes += lines.length;
const { total, invalid } = report.report();
console.log(`${total} records, ${invalid} invalid, ${bytes} bytes`);
if (invalid > 0 || bytes === 0) process.exitCode = 1;
