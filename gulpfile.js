const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { rm } = require('node:fs/promises');
const { dest, parallel, series, src } = require('gulp');

const { writeDocs } = require('./gulp/docs.js');
const { writePhoneNumbers } = require('./gulp/phoneNumbers.js');
const { writeValidators } = require('./gulp/validators.js');

async function clean() {
	await rm('dist', { recursive: true, force: true });
}

async function compile() {
	const tsc = spawn(process.execPath, [require.resolve('typescript/bin/tsc')], { stdio: 'inherit' });
	const [exitCode] = await once(tsc, 'close');
	if (exitCode !== 0) throw new Error(`tsc ended with exit code ${exitCode}`);
}

/** What tsc does not build: the icons, and the codex that n8n's search reads. */
function assets() {
	return src('nodes/**/*.{svg,node.json}', { encoding: false }).pipe(dest('dist/nodes'));
}

/** The checks of records, compiled from their schemas so that no dependency ships. */
async function validators() {
	await writeValidators();
}

/** What is known of phone numbers, bundled for the same reason. */
async function phoneNumbers() {
	await writePhoneNumbers();
}

/** The pages of docs/ that say what the code says. */
async function docs() {
	await writeDocs();
}

const generated = parallel(validators, phoneNumbers);

exports.docs = docs;
exports.validators = validators;
exports.generated = generated;
exports.build = series(clean, parallel(compile, assets, generated));
exports.default = exports.build;
