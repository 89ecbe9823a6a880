const { mkdir, writeFile } = require('node:fs/promises');
const { join, resolve } = require('node:path');
const esbuild = require('esbuild');

const root = resolve(__dirname, '..');
const docs = join(root, 'docs');

const MADE_BY = '<!-- Made by "npm run docs" (gulp/docs.js): change what it is made of, and run that again. -->';

/** Writes the pages of docs/ that say what the code says: the record types, and the errors. */
async function writeDocs() {
	await mkdir(docs, { recursive: true });
	for (const [name, text] of Object.entries(await pages())) await writeFile(join(docs, name), text);
}

/**
 * The pages, by their names in docs/.
 * @returns {Promise<Record<string, string>>}
 */
async function pages() {
	const { SCHEMAS, wholeSchema, failures, RECORD_TYPES } = await load();
	return {
		'record-types.md': recordTypesPage(RECORD_TYPES, SCHEMAS, wholeSchema),
		'errors.md': errorsPage(failures),
	};
}

/** The node's own tables, compiled from their sources. */
async function load() {
	const result = await esbuild.build({
		stdin: {
			contents: [
				"export { SCHEMAS, wholeSchema } from './records/schemas';",
				"export { RECORD_TYPES } from './parameters/recordTypes';",
				"import { API_FAILURES } from './transport/failures/api';",
				"import { FILE_FAILURES } from './transport/failures/file';",
				"import { NETWORK_FAILURES } from './transport/failures/network';",
				"import { STORAGE_FAILURES } from './transport/failures/storage';",
				'export const failures = { API_FAILURES, STORAGE_FAILURES, NETWORK_FAILURES, FILE_FAILURES };',
			].join('\n'),
			resolveDir: join(root, 'nodes/Lexer'),
			loader: 'ts',
		},
		bundle: true,
		write: false,
		platform: 'node',
		format: 'cjs',
		external: ['n8n-workflow'],
	});
	const module = { exports: {} };
	new Function('module', 'exports', 'require', result.outputFiles[0].text)(module, module.exports, require);
	return module.exports;
}

function recordTypesPage(recordTypes, schemas, whole) {
	const [aType] = Object.values(schemas).filter(({ properties }) => properties.link);
	return (
		[
			MADE_BY,
			'# Record types and their fields',
			[
				'A dotted name nests: `store.name` is the field `name` inside `store`. `products[]` is a list, and `products[].quantity`',
				'a field of each of its items. As columns of rows or of a CSV file, dotted names find these fields; a list or an',
				'object stands in its cell as JSON, or [several rows make the list](orders-from-rows.md).',
			].join('\n'),
			'## The link: whom a record is about',
			[
				'All but products say in `link` which customer they are about. A link is **one** of these, and nothing beside it;',
				'Lexer joins the records with the same link into one profile.',
			].join('\n'),
			linkTable(aType.properties.link, whole),
			[
				'The column with the e-mail address is therefore named `link.email`. A column `email` beside it is kept as an attribute',
				'of a customer record, and identifies nobody.',
			].join('\n'),
			...recordTypes.flatMap(({ name, value }) => [
				`## ${name} (\`${value}\`)`,
				schemas[value].description,
				fieldTable(rowsOf(schemas[value], whole)),
			]),
		].join('\n\n') + '\n'
	);
}

/** One line a kind of link, by the definitions that it may follow. */
function linkTable(link, whole) {
	const { properties } = whole(link);
	const names = new Set(Object.keys(properties));
	const beside = {
		customer_id: '`link.system_name` may stand beside it',
		external_id: '`link.system_name` has to stand beside it',
		link_type: '`link.link_value` has to stand beside it, `link.id_type` may',
	};
	const isPart = (name) => ['system_name', 'link_value', 'id_type'].includes(name);
	const rows = [...names]
		.filter((name) => !isPart(name))
		.map((name) => {
			const { description, enum: values } = whole(properties[name]);
			return [`\`link.${name}\``, [description, beside[name], values && oneOf(values)].filter(Boolean).join('. ')];
		});
	return table(['link', ''], rows);
}

/** Every field of a schema, those inside of others under dotted names. */
function rowsOf(schema, whole, prefix = '', isRequired = true) {
	return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
		const field = whole(property);
		const path = prefix + name;
		const required = isRequired && (schema.required ?? []).includes(name);
		if (path === 'link') return [{ path, type: 'object', required, about: '[the link](#the-link-whom-a-record-is-about)' }];
		const row = { path, type: typeOf(field, whole), required, about: aboutOf(field) };
		if (field.type === 'array' && field.items && whole(field.items).properties) {
			return [row, ...rowsOf(whole(field.items), whole, `${path}[].`)];
		}
		// What is in an object that may be left out is needed only where the object is there.
		return field.properties
			? rowsOf(field, whole, `${path}.`, required).map((inner) => withCondition(inner, field, path, required))
			: [row];
	});
}

function withCondition(row, field, path, isRequired) {
	const name = row.path.slice(path.length + 1);
	const isNeeded = !isRequired && !/[.[]/.test(name) && (field.required ?? []).includes(name);
	return isNeeded ? { ...row, required: `with \`${path}\`` } : row;
}

function typeOf({ type, format, enum: values, items, additionalProperties }, whole) {
	if (format === 'date-time') return 'date and time';
	if (format === 'date') return 'date';
	if (values) return 'one of some';
	if (type === 'array') return items ? `list of ${{ string: 'texts', object: 'objects' }[whole(items).type] ?? 'values'}` : 'list';
	if (type === 'object') return additionalProperties?.type === 'array' ? 'object of lists' : 'object';
	return { boolean: 'true or false', integer: 'whole number', number: 'number', string: 'text' }[type] ?? 'any';
}

function aboutOf({ description, enum: values, minimum, exclusiveMaximum }) {
	const bounds = [minimum !== undefined && `at least ${minimum}`, exclusiveMaximum !== undefined && `less than ${exclusiveMaximum}`];
	return [description, values && oneOf(values), ...bounds].filter(Boolean).join('. ');
}

function oneOf(values) {
	return `One of: ${values.map((value) => `\`${value}\``).join(', ')}`;
}

function fieldTable(rows) {
	const needed = (required) => (required === true ? 'yes' : required || '');
	return table(
		['field', 'type', 'required', ''],
		rows.map(({ path, type, required, about }) => [`\`${path}\``, type, needed(required), about]),
	);
}

const WHAT_FOLLOWS = {
	retry: 'tries again',
	newUrl: 'tries again with a new upload URL',
	follow: 'follows, a few times',
	stop: 'gives up',
};

function errorsPage({ API_FAILURES, STORAGE_FAILURES, NETWORK_FAILURES, FILE_FAILURES }) {
	const section = (title, about, failures) => [
		`## ${title}`,
		about,
		table(
			['message', 'what to do', 'the node'],
			Object.values(failures).map(({ message, advice, reaction }) => [message, advice, WHAT_FOLLOWS[reaction]]),
		),
	];
	return (
		[
			MADE_BY,
			'# Errors, and what to do about them',
			[
				'An error says what happened, which file it was about, and whether that file **was not delivered** or **is not',
				'confirmed: it may have been delivered**. In the second case look in Lexer under Manage > Logs > File Upload before you',
				'send it again. Where the node tries again, the error comes only after the last try, and says how many there were and',
				'which server it was.',
			].join('\n'),
			...section("Lexer's API", 'The answers to the request for an upload URL.', API_FAILURES),
			...section("Lexer's storage", 'The answers to the upload itself, or what answers in its place.', STORAGE_FAILURES),
			...section('The network', 'What happens to connections, to the one and to the other.', NETWORK_FAILURES),
			...section('The file', 'What can be wrong with the file in n8n, or with the run.', FILE_FAILURES),
		].join('\n\n') + '\n'
	);
}

function table(head, rows) {
	const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
	return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

module.exports = { pages, writeDocs };
