/** Short ways to write the cases of this suite. ../suite/case.mjs says what a case is made of. */

/**
 * @typedef {import('../suite/case.mjs').Json} Json
 * @typedef {import('../suite/case.mjs').InputFile} InputFile
 * @typedef {import('../suite/case.mjs').InputItem} InputItem
 * @typedef {import('../suite/case.mjs').Case} Case
 */

/**
 * An item with one file and a row's JSON.
 * @param {string} name
 * @param {Partial<InputFile>} [file]
 * @returns {InputItem}
 */
export function fileItem(name, file = {}) {
	return { json: { row: name, nested: { list: [1, null, 'é'] } }, files: { data: inputFile(name, file) } };
}

/**
 * @param {string} name
 * @param {Partial<InputFile>} [file]
 * @returns {InputFile}
 */
export function inputFile(name, file = {}) {
	const hasContent = ['text', 'base64', 'bytes', 'raw'].some((key) => key in file);
	return { name, ...(!hasContent && { text: `email\n${name}@example.com\n` }), ...file };
}

/**
 * A valid customer, told apart by what is given.
 * @param {string} name
 * @param {Json} [more]
 * @returns {InputItem}
 */
export function customer(name, more = {}) {
	return { json: { 'link.email': `${name}@example.com`, first_name: name, ...more } };
}

/** The record that `customer` becomes. */
export const customerRecord = (/** @type {string} */ name) => ({ link: { email: `${name}@example.com` }, first_name: name });

/** A customer whose e-mail address is none: invalid. */
export function badCustomer(/** @type {string} */ name) {
	return customer(name, { 'link.email': 'private-no-address' });
}

/**
 * A fault of the storage for one file.
 * @param {string} fileName
 * @param {string} kind
 * @param {Partial<import('../../sandbox/index.js').FaultRule>} [rule]
 * @returns {import('../../sandbox/index.js').FaultRule}
 */
export function storage(fileName, kind, rule = {}) {
	return { target: 's3', kind, match: { fileName }, ...rule };
}

/**
 * The same of Lexer's API.
 * @param {string} fileName
 * @param {string} kind
 * @param {Partial<import('../../sandbox/index.js').FaultRule>} [rule]
 * @returns {import('../../sandbox/index.js').FaultRule}
 */
export function api(fileName, kind, rule = {}) {
	return { target: 'api', kind, match: { fileName }, ...rule };
}

/** For every request, not for one only. */
export const ALWAYS = { times: null };

/**
 * The same case with both settings of On Error that let the execution go on.
 * @param {(run: 'a' | 'b') => Case} made with a letter for the names of its files
 * @returns {Case[]}
 */
export function eitherWayOn(made) {
	const [branch, place] = [made('a'), made('b')];
	return [
		{ ...branch, onError: 'continueErrorOutput' },
		{ ...place, name: `${place.name}, where all goes to one output`, onError: 'continueRegularOutput' },
	];
}

/** An expression of n8n that fails; those of plain JavaScript give nothing where they fail. */
export const FAILING = "$('Nobody').first().json.name";

/** Parameters of an upload of records; a customer's by default. */
export function records(/** @type {Json} */ parameters = {}) {
	return { resource: 'record', operation: 'upload', recordType: 'customer_record', ...parameters };
}
