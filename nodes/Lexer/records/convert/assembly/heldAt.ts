import type { ConversionOptions } from '../conversion';
import { foldName } from '../names/fieldNames';

/** A value that was found, be it nothing. */
interface Held {
	value: unknown;
}

type Fields = Record<string, unknown>;

/**
 * Finds the value of a path inside of objects: of link.customer_id that in `{link: {customer_id: 5}}`, as n8n's
 * items mostly have it. A name in them may have dots itself.
 *
 * @returns undefined where there is no such place
 */
export function heldAt(object: unknown, path: readonly string[], options: ConversionOptions): Held | undefined {
	if (typeof object !== 'object' || object === null || Array.isArray(object)) return undefined;
	const fields = object as Fields;
	// The longest name first, and no way back: a path is gone once, whatever the names are.
	for (let length = path.length; length > 0; length--) {
		const name = nameIn(fields, path.slice(0, length).join('.'), options);
		if (name === undefined) continue;
		return length === path.length ? { value: fields[name] } : heldAt(fields[name], path.slice(length), options);
	}
	return undefined;
}

/** Of several spellings, the one with a value counts. */
function nameIn(fields: Fields, wanted: string, options: ConversionOptions): string | undefined {
	const hasValue = (name: string) => fields[name] !== undefined && fields[name] !== null;
	if (Object.hasOwn(fields, wanted) && hasValue(wanted)) return wanted;
	if (options.fieldNames === 'exact') return Object.hasOwn(fields, wanted) ? wanted : undefined;
	const wantedFolded = folded(wanted);
	const names = Object.keys(fields).filter((name) => name === wanted || folded(name) === wantedFolded);
	return names.find(hasValue) ?? names[0];
}

/** Names that are folded already: items have the same ones over and over. */
const known = new Map<string, string>();
const MAX_KNOWN = 10_000;
const MAX_KNOWN_CHARACTERS = 200;

function folded(name: string): string {
	const before = known.get(name);
	if (before !== undefined) return before;
	const now = foldName(name);
	if (name.length > MAX_KNOWN_CHARACTERS) return now;
	if (known.size >= MAX_KNOWN) known.clear();
	known.set(name, now);
	return now;
}
