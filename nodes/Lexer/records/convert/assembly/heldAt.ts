import type { ConversionOptions } from '../conversion';
import { isSameName } from './keyColumns';

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
	const names = Object.keys(fields).filter((name) => isSameName(name, wanted, options));
	return names.find(hasValue) ?? names[0];
}
