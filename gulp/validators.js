const { mkdir, readdir, readFile, writeFile } = require('node:fs/promises');
const { dirname, join, resolve } = require('node:path');
const { Ajv, _ } = require('ajv');
const standaloneCode = require('ajv/dist/standalone').default;
const esbuild = require('esbuild');
const { coercions } = require('./coercions');
const { uploadToolSchema } = require('./uploadToolSchema');

const lexer = resolve(__dirname, '../nodes/Lexer');

/** Where the sources, jest and the type check find the validators; `.d.ts` beside it has their types. */
const GENERATED = join(lexer, 'records/check/validators.generated.js');

/**
 * Compiles the schemas into one JavaScript file that needs no dependency: for each rule set, a
 * function for each record type. Written beside the sources, and to dist for the package.
 *
 * @param {string[]} files where to write it; by default both places
 */
async function writeValidators(files = [GENERATED, resolve(__dirname, '../dist/nodes/Lexer/records/check/validators.generated.js')]) {
	const schemas = await readSchemas();
	const recordTypes = schemas.filter((schema) => !isCommon(schema)).map(({ $id }) => $id.replace('.json', ''));
	const code = await bundle(
		{
			jsonSchema: compile(schemas.map(withoutUploadTool)),
			uploadTool: compile(schemas.map((schema) => uploadToolSchema(schema))),
		},
		recordTypes,
	);
	for (const file of files) {
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, code);
	}
}

async function readSchemas() {
	const folder = join(lexer, 'schemas');
	const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
	return await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'), withoutNotes)));
}

/** Keywords of our own that only say how values are converted before they are checked. */
const CONVERSIONS = new Set(['hashBytes', 'mobileNumber', 'trimmedLowerCase']);

/** Leaves out what only readers need; a field may be named `description`, but then it has a schema. */
function withoutNotes(keyword, value) {
	const isNote = ['$comment', 'title', 'description'].includes(keyword) && typeof value === 'string';
	return isNote || CONVERSIONS.has(keyword) ? undefined : value;
}

/** The schema as it stands, less what only the upload tool's rules say. */
function withoutUploadTool(node) {
	if (Array.isArray(node)) return node.map(withoutUploadTool);
	if (typeof node !== 'object' || node === null) return node;
	return Object.fromEntries(
		Object.entries(node)
			.filter(([keyword]) => keyword !== 'uploadTool')
			.map(([keyword, value]) => [keyword, withoutUploadTool(value)]),
	);
}

/** One rule set as the code of a module that exports a function a record type. */
function compile(schemas) {
	const ajv = new Ajv({
		allErrors: true,
		allowUnionTypes: true,
		// JSON has no NaN, and both of Lexer's checks take 1e999 for a number.
		strictNumbers: false,
		// What fails is told in words of our own.
		messages: false,
		// A function for each shared definition, and not its code in each record type.
		inlineRefs: false,
		code: { source: true, esm: true, formats: _`helpers.formats` },
	});
	for (const keyword of coercions) ajv.addKeyword(keyword);
	for (const format of formatsOf(schemas)) ajv.addFormat(format, () => true);
	const [common, records] = [schemas.filter(isCommon), schemas.filter((schema) => !isCommon(schema))];
	for (const { $id, definitions } of common) {
		// Each by its own name: Ajv would compile a part of a schema once for every schema that refers to it.
		for (const [name, part] of Object.entries(definitions)) ajv.addSchema(part, `${$id}#/definitions/${name}`);
	}
	for (const schema of records) ajv.addSchema(schema);
	const functions = Object.fromEntries(records.map(({ $id }) => [functionName($id), $id]));
	const code = standaloneCode(ajv, functions).replaceAll(/vErrors\.push\((\w+)\)/g, 'gather(vErrors, $1)');
	return `import * as helpers from './formats';\nimport { gather } from './check/boundErrors';\n${code}`;
}

function isCommon(schema) {
	return schema.definitions !== undefined;
}

function formatsOf(schemas) {
	const formats = new Set();
	JSON.stringify(schemas, (keyword, value) => {
		if (keyword === 'format') formats.add(value);
		return value;
	});
	return formats;
}

/** Puts the rule sets, the helpers they call and Ajv's own helpers into one file. */
async function bundle(ruleSets, recordTypes) {
	const result = await esbuild.build({
		stdin: {
			contents: entry(Object.keys(ruleSets), recordTypes),
			resolveDir: join(lexer, 'records'),
		},
		plugins: [ruleSetModules(ruleSets)],
		bundle: true,
		write: false,
		format: 'cjs',
		target: 'es2022',
		minifySyntax: true,
		charset: 'utf8',
		legalComments: 'inline',
		banner: { js: '// Compiled from nodes/Lexer/schemas by gulp/validators.js.' },
	});
	return result.outputFiles[0].text;
}

function entry(ruleSets, recordTypes) {
	const table = (rules) => recordTypes.map((name) => `${name}: bounded(${rules}.${functionName(name)})`).join(', ');
	return [
		"import { bounded } from './check/boundErrors';",
		...ruleSets.map((rules) => `import * as ${rules} from 'rules:${rules}';`),
		`export const validators = { ${ruleSets.map((rules) => `${rules}: { ${table(rules)} }`).join(', ')} };`,
	].join('\n');
}

/** `return` would be no name for a function. */
function functionName(id) {
	return `check_${id.replace('.json', '')}`;
}

function ruleSetModules(ruleSets) {
	return {
		name: 'rule-sets',
		setup(build) {
			build.onResolve({ filter: /^rules:/ }, ({ path }) => ({ path: path.slice('rules:'.length), namespace: 'rules' }));
			build.onLoad({ filter: /.*/, namespace: 'rules' }, ({ path }) => ({
				contents: ruleSets[path],
				resolveDir: join(lexer, 'records'),
			}));
		},
	};
}

module.exports = { writeValidators };

if (require.main === module) void writeValidators([GENERATED]);
