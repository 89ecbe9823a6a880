/**
 * What a case of the table is made of. A case is data: rows or files that go into one Lexer node, how
 * the node and the servers behave, and what must come out on both outputs and arrive at the servers.
 */

/**
 * @typedef {Record<string, unknown>} Json
 *
 * @typedef {object} InputFile a binary file of an item
 * @property {string} name
 * @property {string} [text] its content, in UTF-8
 * @property {string} [base64] the same for what is no text
 * @property {number} [bytes] the same for so many bytes of any kind
 * @property {string} [type] default: text/csv
 * @property {boolean} [inMemory] in the item itself, as base64; default: in n8n's binary store
 * @property {Json} [raw] instead of all this: what stands in the item
 *
 * @typedef {object} InputItem
 * @property {Json} [json]
 * @property {Record<string, InputFile>} [files] by binary field
 *
 * @typedef {object} FailedItem an item on the error output
 * @property {number} item the number of the input item, from 0
 * @property {unknown} error its reason: a pattern
 * @property {string} [file] the name of its file, where the input item has several
 *
 * @typedef {object} Seen all that is known of a case that has run
 * @property {import('../workflows.mjs').Execution | undefined} execution
 * @property {boolean} hasRun
 * @property {import('../workflows.mjs').Item[]} input
 * @property {import('../workflows.mjs').Item[]} succeeded what came out with success, whichever output it is on
 * @property {import('../workflows.mjs').Item[]} failed the error items
 * @property {string | undefined} thrown the node's own error
 * @property {import('../../sandbox/index.js').LoggedRequest[]} requests for the case's files
 * @property {import('../../sandbox/index.js').FaultRule[]} unused faults of the case that no request has met
 * @property {import('../../sandbox/objects.js').StoredObject[]} stored of the case's files
 * @property {string[]} secrets that must not come out
 *
 * @typedef {object} Case
 * @property {string} name a sentence about behaviour
 * @property {InputItem[] | string} items or the JavaScript of a Code node that gives them
 * @property {Json} [lexer] the node's parameters
 * @property {'continueErrorOutput' | 'continueRegularOutput' | 'stopWorkflow'} [onError] default: the first
 * @property {string | null} [credential] one of credentials.mjs; null: none at all
 * @property {import('../../sandbox/index.js').FaultRule[]} [faults] each for one of the case's files
 * @property {Array<string | RegExp>} [names] of files of the case, where neither its items nor its
 *   parameters have them
 * @property {boolean} [alone] runs in a workflow of its own beside the others, since it takes time; so does
 *   what stops its execution
 * @property {boolean} [loop] runs the node once for each item (Loop Over Items)
 * @property {unknown[]} [delivered] the JSON of the success output's items, as far as it matters
 * @property {FailedItem[]} [failed] in any order
 * @property {unknown} [stopped] the text of the error that ends the execution: a pattern
 * @property {Record<string, unknown>} [stored] by file name: the text that arrived, or the records of NDJSON
 * @property {{ api?: number, s3?: number }} [asked] requests for the case's files
 * @property {(seen: Seen) => string[]} [also] finds what else is wrong
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
