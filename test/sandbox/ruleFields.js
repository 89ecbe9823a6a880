/**
 * The types of the fields of all rules; a name means the same in each.
 * @type {Record<string, string[]>}
 */
const FIELDS_BY_TYPE = {
	string: ['target', 'kind', 'code', 'message', 'body', 'location', 'etag', 'url'],
	object: ['match', 'headers'],
	boolean: [
		'html', 'early', 'hangUp', 'stopReading', 'headFirst', 'gzip', 'forever', 'atEnd', 'customerKey', 'onlyUrl', 'store',
		'secondPort', 'date', 'reset',
	],
	number: ['bytes', 'status', 'lingerMs', 'seconds', 'bytesPerSecond', 'ms'],
};
const TYPES = Object.fromEntries(Object.entries(FIELDS_BY_TYPE).flatMap(([type, names]) => names.map((name) => [name, type])));
/** @type {Record<string, unknown[]>} */
const CHOICES = { crc64: [true, false, 'wrong'], direction: ['toServer', 'toClient'] };

/**
 * Checks a rule's fields against a table of the kinds: each with the fields that it may have,
 * separated by spaces, and with a `!` those that it must have.
 * @param {object} given
 * @param {Record<string, string>} kinds
 * @param {{ owner: string, everyRule: string[] }} more whose kinds they are, for the error; and fields
 *   that a rule of any kind may have
 * @returns {{ needed: string[] }} the fields that the rule's kind must have
 */
function checkFields(given, kinds, { owner, everyRule }) {
	const rule = /** @type {Record<string, unknown>} */ (given);
	const kind = String(rule.kind);
	if (!Object.hasOwn(kinds, kind)) throw new TypeError(`${owner} has no fault "${kind}"; it has ${Object.keys(kinds).join(', ')}`);
	const fields = kinds[kind].split(/ +/);
	const needed = fields.filter((field) => field.endsWith('!')).map((field) => field.slice(0, -1));
	const names = Object.keys(rule).filter((name) => rule[name] !== undefined);
	const missing = needed.find((name) => !names.includes(name));
	if (missing !== undefined) throw new TypeError(`The fault "${kind}" needs "${missing}"`);
	const allowed = new Set(['kind', 'times', ...everyRule, ...fields.map((field) => field.replace('!', ''))]);
	const unknown = names.find((name) => !allowed.has(name));
	if (unknown !== undefined) throw new TypeError(`The fault "${kind}" has no field "${unknown}"`);
	for (const name of names) checkField(name, rule[name]);
	return { needed };
}

/**
 * @param {string} name
 * @param {unknown} value
 */
function checkField(name, value) {
	if (name === 'times') {
		if (value === null || value === Infinity || (Number.isInteger(value) && Number(value) > 0)) return;
		throw new TypeError('"times" must be a whole number above 0, or null for always');
	}
	if (name in CHOICES) {
		if (CHOICES[name].includes(value)) return;
		throw new TypeError(`"${name}" of a fault rule must be one of ${CHOICES[name].join(', ')}`);
	}
	if (typeof value !== TYPES[name] || value === null) throw new TypeError(`"${name}" of a fault rule must be a ${TYPES[name]}`);
	// What times may be below 0, the kinds say.
	if (typeof value === 'number' && name !== 'ms' && !(value >= 0)) throw new TypeError(`"${name}" of a fault rule must not be below 0`);
}

/**
 * @param {unknown} match
 * @param {string[]} known
 */
function checkMatch(match, known) {
	const unknown = Object.keys(match ?? {}).find((name) => !known.includes(name));
	if (unknown !== undefined) throw new TypeError(`A fault rule cannot match "${unknown}"`);
}

module.exports = { checkFields, checkMatch };
