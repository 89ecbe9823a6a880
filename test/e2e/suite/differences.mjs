/**
 * How a value departs from what is wanted of it, a line for each difference; none where it is right.
 * Of an object only the wanted fields count (`undefined`: must not be there), of a list everything;
 * a text may be wanted as a pattern, and any value by a function that tells whether it is right.
 * @param {unknown} wanted
 * @param {unknown} got
 * @param {string} where
 * @returns {string[]}
 */
export function differences(wanted, got, where) {
	if (wanted instanceof RegExp) {
		return typeof got === 'string' && wanted.test(got) ? [] : [`${where} is ${show(got)}, which does not match ${wanted}`];
	}
	if (typeof wanted === 'function') return wanted(got) ? [] : [`${where} is ${show(got)}, which is not ${wanted}`];
	if (Array.isArray(wanted)) {
		if (!Array.isArray(got)) return [`${where} is ${show(got)}, not a list`];
		const found = got.length === wanted.length ? [] : [`${where} has ${got.length} entries, not ${wanted.length}: ${show(got)}`];
		return [...found, ...wanted.slice(0, got.length).flatMap((entry, index) => differences(entry, got[index], `${where}[${index}]`))];
	}
	if (typeof wanted === 'object' && wanted !== null) {
		if (typeof got !== 'object' || got === null) return [`${where} is ${show(got)}, not ${show(wanted)}`];
		return Object.entries(wanted).flatMap(([key, value]) =>
			differences(value, Object.hasOwn(got, key) ? /** @type {Record<string, unknown>} */ (got)[key] : undefined, `${where}.${key}`),
		);
	}
	return Object.is(wanted, got) ? [] : [`${where} is ${show(got)}, not ${show(wanted)}`];
}

const MAX_SHOWN = 600;

/** @param {unknown} value */
export function show(value) {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}… (${text.length} characters)` : text;
}
