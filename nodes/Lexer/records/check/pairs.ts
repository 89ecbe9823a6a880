import type { SchemaError, Validator } from './validators.generated';

/**
 * Where Lexer's upload tool wants an object, Python's `dict()` also makes one of an empty text, of
 * an empty list and of a list of pairs. Nobody writes records so, but the verdict is to be the same.
 *
 * @returns undefined if the record is valid once this is done; if not, the record as it was checked
 * last, whose errors `validate` holds
 */
export function withPairsAsObjects(record: unknown, validate: Validator): unknown {
	let checked = record;
	for (;;) {
		const before = checked;
		for (const error of validate.errors ?? []) checked = withObjectAt(checked, error);
		if (checked === before) return checked;
		if (validate(checked)) return undefined;
	}
}

function withObjectAt(record: unknown, { instancePath, keyword, params }: SchemaError): unknown {
	if (keyword !== 'type' || !params.type?.includes('object')) return record;
	return replaceAt(record, instancePath.split('/').slice(1), fromPairs);
}

/** A copy with the value at the path replaced by `change(value)`; the same object if that changes nothing. */
function replaceAt(value: unknown, path: string[], change: (value: unknown) => unknown): unknown {
	if (path.length === 0) return change(value);
	const [segment, ...rest] = path;
	const name = segment.replaceAll('~1', '/').replaceAll('~0', '~');
	const holder = value as Record<string, unknown>;
	const part = replaceAt(holder[name], rest, change);
	if (part === holder[name]) return value;
	if (Array.isArray(value)) return value.with(Number(name), part);
	return { ...holder, [name]: part };
}

/** Python's `dict(value)`, or the value itself where that would fail. */
function fromPairs(value: unknown): unknown {
	if (value === '') return {};
	if (!Array.isArray(value)) return value;
	const pairs = value.map(toPair);
	if (!pairs.every((pair) => pair?.length === 2 && typeof pair[0] === 'string')) return value;
	return Object.fromEntries(pairs as Array<[string, unknown]>);
}

/** The elements of what Python can iterate over: an object gives its keys. */
function toPair(value: unknown): unknown[] | undefined {
	if (Array.isArray(value)) return value;
	if (typeof value === 'string') return [...value];
	return typeof value === 'object' && value !== null ? Object.keys(value) : undefined;
}
