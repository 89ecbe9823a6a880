/** Short ways to write the cases of this suite. ../suite/case.mjs says what a case is made of. */

/**
 * @typedef {import('../suite/case.mjs').Json} Json
 * @typedef {import('../suite/case.mjs').Case} Case
 * @typedef {import('../workflows.mjs').WorkflowNode} WorkflowNode
 *
 * @typedef {object} Expected what every case of this suite says
 * @property {string} name
 * @property {string} [fileName] at Lexer; default: one that no other case has
 * @property {string} [recordType] default: a customer
 * @property {Json} [conversion]
 * @property {Json} [options]
 * @property {string[] | RegExp} [lines] that arrive; none: nothing is sent
 * @property {Json} [records] what the receipt counts, beside `total` and `valid` where these are the lines
 * @property {Array<[number, RegExp]>} [failed] numbers of items, from 0, with their reasons
 */

let files = 0;

/** @param {string} extension */
function freshName(extension) {
	files += 1;
	return `data${files}.${extension}`;
}

/**
 * Rows that go into one file; invalid ones are skipped unless the options say something else.
 * @param {Expected & Partial<Case> & { rows: Json[] | WorkflowNode[], lexer?: Json }} given
 * @returns {Case}
 */
export function upload({ rows, recordType = 'customer_record', conversion, options, fileName = freshName('ndjson'), lexer, ...expected }) {
	return {
		items: itemsOf(rows),
		lexer: {
			resource: 'record',
			operation: 'upload',
			recordType,
			fileName,
			options: { invalidRecords: 'skip', ...options },
			...(conversion && { conversion }),
			...lexer,
		},
		...outcomeOf(fileName, expected),
	};
}

/**
 * The same rows checked, with nothing sent.
 * @param {Pick<Case, 'name'> & Partial<Case> & { rows: Json[] | WorkflowNode[], recordType?: string, conversion?: Json, report: Json }} given
 * @returns {Case}
 */
export function check({ rows, recordType = 'customer_record', conversion, report, ...more }) {
	return {
		items: itemsOf(rows),
		lexer: { resource: 'record', operation: 'check', recordType, ...(conversion && { conversion }) },
		delivered: [counted(report)],
		failed: [],
		asked: {},
		...more,
	};
}

/**
 * A CSV file that is converted; invalid records are skipped unless the options say something else.
 * @param {Expected & Partial<Case> & { text?: string, bytes?: Buffer, lexer?: Json }} given
 * @returns {Case}
 */
export function csv({ fileName = freshName('csv'), options, ...given }) {
	const arrivesAs = fileName.replace(/\.\w+$/, '.ndjson');
	return file({ fileName, arrivesAs, options: { convertCsv: true, invalidRecords: 'skip', ...options }, ...given });
}

/**
 * A file with records in it.
 * @param {Expected & Partial<Case> & { text?: string, bytes?: Buffer, arrivesAs?: string, lexer?: Json }} given
 * @returns {Case}
 */
export function file({ text = '', bytes = Buffer.from(text), recordType = 'customer_record', conversion, options, fileName = freshName('ndjson'), arrivesAs = fileName, lexer, ...expected }) {
	const parameters = { recordType, ...(options && { options }), ...(conversion && { conversion }) };
	return {
		items: [{ json: {}, files: { data: { name: fileName, base64: bytes.toString('base64'), type: 'text/plain' } } }],
		lexer: { ...parameters, ...lexer },
		...outcomeOf(arrivesAs, expected),
	};
}

/**
 * What becomes of records: either a file with a receipt, or nothing sent.
 * @param {string} fileName
 * @param {Omit<Expected, 'recordType' | 'conversion' | 'options'>} expected
 */
function outcomeOf(fileName, { lines, records, failed = [], ...more }) {
	const isSent = lines !== undefined;
	const counts = Array.isArray(lines) ? { total: lines.length + failed.length, valid: lines.length } : {};
	const receipt = { fileName, records: counted({ ...counts, ...records }) };
	const ends = {
		failed: failed.map(([item, error]) => ({ item, error })),
		delivered: isSent ? [receipt] : records ? [{ ...receipt, fileSize: 0, skipped: true }] : [],
		...(isSent && { stored: { [fileName]: Array.isArray(lines) ? lines.map((line) => `${line}\n`).join('') : lines } }),
		...(!isSent && { names: [fileName] }),
		...(!isSent && !('delivered' in more) && { asked: { api: 0, s3: 0 } }),
	};
	return /** @type {Case} */ ({ ...ends, ...more });
}

/** Nothing to tell. */
const nothing = (/** @type {unknown} */ value) => value === undefined || value === 0 || (Array.isArray(value) && value.length === 0);

/**
 * What a receipt or a report counts, with nothing that is not wanted.
 * @param {Json} given
 */
export function counted({ total, valid = total, ...given }) {
	return { total, valid, invalid: Number(total) - Number(valid), skipped: nothing, unknownFields: nothing, notes: nothing, ...given };
}

/** @param {Json[] | WorkflowNode[]} rows */
function itemsOf(rows) {
	const areNodes = rows.some(({ type, parameters }) => typeof type === 'string' && typeof parameters === 'object');
	return areNodes ? /** @type {WorkflowNode[]} */ (rows) : rows.map((json) => ({ json: /** @type {Json} */ (json) }));
}

/** A line of NDJSON. */
export const line = (/** @type {Json} */ record) => JSON.stringify(record);

/** The address of everybody whose address does not matter. */
export const ADA = 'ada@example.com';
const LINK = { link: { email: ADA } };

/** A customer with some fields. */
export const customer = (/** @type {Json} */ fields) => ({ 'link.email': ADA, ...fields });
/** The line that it becomes. */
export const customerLine = (/** @type {Json} */ fields) => line({ ...LINK, ...fields });

/**
 * Values of one field, each in a customer of its own, and what each becomes; undefined: nothing.
 * @param {string} field
 * @param {Array<[unknown, unknown]>} values
 */
export function customers(field, values) {
	return {
		rows: values.map(([value]) => customer({ [field]: value })),
		lines: values.map(([, becomes]) => customerLine(becomes === undefined ? {} : { [field]: becomes })),
	};
}

/**
 * Times of events, each in one of its own, and what each becomes.
 * @param {Array<[unknown, string]>} times
 */
export function events(times) {
	return {
		recordType: 'email_open',
		rows: times.map(([time], index) => customer({ action_at: time, email_id: `e${index}` })),
		lines: times.map(([, becomes], index) => customerLine({ action_at: becomes, email_id: `e${index}` })),
	};
}

/**
 * Prices of products, each in one of its own, and what each becomes.
 * @param {Array<[unknown, number | string]>} prices a text: the digits as they arrive
 */
export function prices(prices) {
	return {
		recordType: 'product',
		rows: prices.map(([price], index) => ({ product_id: `p${index}`, price })),
		lines: prices.map(([, becomes], index) => `{"product_id":"p${index}","price":${becomes}}`),
	};
}

/**
 * Items that are all refused for the same reason.
 * @param {unknown[]} items
 * @param {RegExp} reason
 * @returns {Array<[number, RegExp]>}
 */
export function allFailed(items, reason) {
	return items.map((_, index) => [index, reason]);
}

/**
 * @param {string[]} words that one of the node's hints must have, all of them
 * @returns {NonNullable<Case['also']>}
 */
export function hinted(...words) {
	return ({ hints }) => (hints.some((hint) => words.every((word) => hint.includes(word))) ? [] : [`no hint has ${words.join(' and ')}: ${JSON.stringify(hints)}`]);
}
