import { createHash } from 'node:crypto';
import { realpath, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { hashFile } from './files.mjs';
import { createInstance } from './instance.mjs';
import { portFor } from './n8n-process.mjs';
import { prepare, stepsToPrepare } from './prepare.mjs';
import { Advice, formatDuration, formatSize, planSteps, say, step } from './progress.mjs';
import { CREDENTIAL_ID, startTarget } from './target.mjs';
import { fillIn, itemsOf } from './workflows.mjs';

const HELP = `Shows the Lexer node in a real n8n: reads a file, uploads it to a sandbox of Lexer's API on
this machine, prints the receipt, and compares what arrived with what was sent.

npm run demo -- [options]
  --file PATH   sends this file instead of the example's CSV file
  --editor      leaves n8n's editor open, with the workflow and the credential in place, until Ctrl-C
  --port N      the editor's port (default: 5678, or any that is free)
  --help        prints this

The first run installs n8n (3.1 GB, some minutes) into .n8n-runtime, or the folder that the variable
N8N_RUNTIME_DIR names. Nothing is sent to Lexer.`;

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));
const EXAMPLE_WORKFLOW = path.join(EXAMPLES, 'upload-a-csv-file.json');
const EXAMPLE_FILE = path.join(EXAMPLES, 'customers-2026-01-31-1.csv');
const WORKFLOW_ID = 'uploadCsvDemo';
/** After what is prepared, and without the editor's. */
const STEPS = 4;

async function main() {
	const options = readOptions();
	if (options.help) return say(HELP);
	const startedAt = Date.now();
	const file = await findFile(options.file ?? EXAMPLE_FILE);
	const port = options.editor || options.port ? await portFor(options.port) : undefined;

	planSteps((await stepsToPrepare()) + STEPS + (port ? 1 : 0));
	const parts = await prepare();
	const target = await step("Starting the sandbox of Lexer's API", startTarget);
	const instance = await step('Installing the package into a new n8n', () =>
		createInstance({ ...parts, files: path.dirname(file) }),
	);
	const workflow = await demoWorkflow(file);
	await step('Importing the credential and the workflow', async () => {
		await instance.importCredentials([target.credential]);
		await instance.importWorkflows([{ ...workflow, id: WORKFLOW_ID }]);
	});
	const result = await step(`n8n runs "${workflow.name}"`, () => instance.execute(WORKFLOW_ID));
	const receipt = receiptOf(result);
	printReceipt(receipt);
	await compare(file, receipt, target);
	say(`\nDone in ${formatDuration(Date.now() - startedAt)}.`);
	if (port) await openEditor(instance, target, port);
	await instance.dispose();
	await target.close();
}

function readOptions() {
	try {
		return parseArgs({
			options: { file: { type: 'string' }, editor: { type: 'boolean' }, port: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
		}).values;
	} catch (error) {
		throw new Advice(`${/** @type {Error} */ (error).message}\n\n${HELP}`);
	}
}

/** @param {string} wanted */
async function findFile(wanted) {
	// npm runs scripts in the package's folder; the path was meant from where the user is.
	const file = path.resolve(process.env.INIT_CWD ?? '.', wanted);
	const found = await stat(file).catch(() => undefined);
	if (!found?.isFile()) throw new Advice(`There is no file ${file}. Give --file the path of one.`);
	return await realpath(file);
}

/** @param {string} file */
async function demoWorkflow(file) {
	/** @type {import('./workflows.mjs').Workflow} */
	const example = JSON.parse(await readFile(EXAMPLE_WORKFLOW, 'utf8'));
	const reader = example.nodes.find((node) => node.type === 'n8n-nodes-base.readWriteFile');
	if (reader === undefined) throw new Error('The example workflow reads no file');
	// The field takes patterns: this makes it a path.
	reader.parameters.fileSelector = file.replace(/[\\*?{}!]/g, '\\$&');
	return fillIn(example, { credentialId: CREDENTIAL_ID });
}

/**
 * @typedef {object} Receipt
 * @property {number} uploadId
 * @property {string} fileName
 * @property {number} fileSize
 * @property {string} contentType
 * @property {string} md5
 * @property {boolean} checksumVerified
 * @property {number} attempts
 * @property {number} durationMs
 */

/**
 * @param {import('./instance.mjs').HeadlessResult} result
 * @returns {Receipt}
 */
function receiptOf({ execution, output }) {
	const [item] = execution === undefined ? [] : itemsOf(execution, 'Lexer');
	if (item !== undefined) return /** @type {Receipt} */ (/** @type {unknown} */ (item.json));
	const error = execution?.data?.resultData.error;
	if (error) throw new Advice([error.message, error.description].filter(Boolean).join('\n'));
	throw new Advice(`n8n ran the workflow without a receipt. It printed:\n${output.trim().split('\n').slice(-20).join('\n')}`);
}

/** @param {Receipt} receipt */
function printReceipt({ uploadId, fileName, fileSize, contentType, md5, checksumVerified, attempts, durationMs }) {
	say(`
  Receipt
    upload ID   ${uploadId}
    file        ${fileName} (${contentType})
    size        ${fileSize} bytes${fileSize < 1024 ? '' : ` (${formatSize(fileSize)})`}
    MD5         ${md5} (${checksumVerified ? "verified: the storage's is the same" : 'not verified'})
    attempts    ${attempts}, in ${formatDuration(durationMs)}
`);
}

/**
 * @param {string} file
 * @param {Receipt} receipt
 * @param {import('./target.mjs').Target} target
 */
async function compare(file, { uploadId }, { sandbox }) {
	const stored = await sandbox.stored(uploadId);
	if (stored === undefined) throw new Advice(`The sandbox has nothing for upload ${uploadId}, though n8n gave a receipt.`);
	// The sandbox does not keep the bytes of large files, only their MD5.
	const algorithm = stored.body ? 'sha256' : 'md5';
	const sent = { sizeBytes: (await stat(file)).size, hash: await hashFile(file, algorithm) };
	const received = {
		sizeBytes: stored.sizeBytes,
		hash: stored.body ? createHash(algorithm).update(await stored.body()).digest('hex') : stored.md5,
	};
	say(`  sent      ${algorithm} ${sent.hash}  ${sent.sizeBytes} bytes  ${file}`);
	say(`  received  ${algorithm} ${received.hash}  ${received.sizeBytes} bytes  upload ${uploadId}`);
	if (sent.hash !== received.hash || sent.sizeBytes !== received.sizeBytes) {
		throw new Advice('The bytes that arrived are not those of the file.');
	}
	say('  ✓ identical');
}

/**
 * @param {import('./instance.mjs').Instance} instance
 * @param {import('./target.mjs').Target} target
 * @param {number} port
 */
async function openEditor(instance, { sandbox }, port) {
	const { baseUrl } = await step("Starting n8n's editor", () => instance.start({ port }));
	say(`
  Editor    ${baseUrl}/workflow/${WORKFLOW_ID}
  E-mail    ${instance.owner.email}
  Password  ${instance.owner.password}

  Log in and choose "Execute workflow". What arrived: ${sandbox.apiUrl}/_sandbox/objects
  Ctrl-C stops n8n and the sandbox, and deletes what they stored.`);
	process.prependOnceListener('SIGINT', () => process.exit(0));
	await new Promise(() => {});
}

main().catch((error) => {
	if (error instanceof Advice) console.error(`\n${error.message}`);
	else console.error(error, '\nThis is a bug of the demo: please report it with the lines above.');
	// The sandbox and n8n may still run, and would keep this process alive.
	process.exit(1);
});
