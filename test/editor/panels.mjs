import { createRequire } from 'node:module';

/** The node's panels with all that they can show, made from the node's own description. */

const require = createRequire(import.meta.url);
const DIST = '../../dist/nodes/Lexer';

/** @typedef {import('n8n-workflow').INodeProperties} Field */

/** @returns {Array<[resource: string, operation: string]>} */
export function operations() {
	return operationFields().flatMap(({ displayOptions, options = [] }) =>
		/** @type {Array<{ value: string }>} */ (options).map(({ value }) => [String(displayOptions?.show?.resource?.[0]), value]),
	);
}

/** @returns {Field[]} */
function fields() {
	const { Lexer } = require(`${DIST}/Lexer.node.js`);
	return new Lexer().description.properties;
}

const operationFields = () => fields().filter(({ name }) => name === 'operation');

/**
 * A node with each of its options set, so that its panel shows all of them.
 * @param {string} resource
 * @param {string} operation
 * @returns {Record<string, any>} its parameters
 */
export function everythingSet(resource, operation) {
	const own = fields().filter(({ displayOptions }) => displayOptions?.show?.resource?.includes(resource) && displayOptions.show.operation?.includes(operation));
	const collections = own.filter(({ type }) => type === 'collection').map(({ name, options = [] }) => [name, allOf(/** @type {Field[]} */ (options))]);
	return { resource, operation, destination: 'dataset', datasetId: 'a1b2c3d4', ...Object.fromEntries(collections) };
}

/** What makes the others appear. */
const SWITCHED = { convertCsv: true, invalidRecords: 'skip', hashEmails: true };

/** @param {Field[]} options */
function allOf(options) {
	const values = options.map(({ name, default: value }) => [name, value]);
	const switched = Object.entries(SWITCHED).filter(([name]) => options.some((option) => option.name === name));
	return Object.fromEntries([...values, ...switched]);
}

/**
 * The mapper with every field of a record type.
 * @param {string} recordType
 */
export async function everyColumn(recordType) {
	const { getRecordFields } = require(`${DIST}/parameters/columns.js`);
	const { fields: all } = await getRecordFields.call({ getCurrentNodeParameter: () => recordType });
	const schema = all.map((/** @type {object} */ field) => ({ ...field, removed: false }));
	return { mappingMode: 'defineBelow', value: {}, matchingColumns: [], schema };
}
