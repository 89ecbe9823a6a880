import { endOfString } from './jsonStrings';

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * How the values of some fields are written in the JSON of an object: of a name that is given twice
 * the last, as `JSON.parse` has it. It goes over the text once, and makes nothing of all else in it.
 *
 * @param json that `JSON.parse` has read
 */
export function fieldTexts(json: string, names: ReadonlySet<string>): Map<string, string> {
	const texts = new Map<string, string>();
	let depth = 0;
	/** Where the name or the value begins that is read. */
	let start = 0;
	let name: string | undefined;

	function endField(at: number) {
		if (name !== undefined && names.has(name)) texts.set(name, json.slice(start, at).trim());
		name = undefined;
		start = at + 1;
	}

	for (let at = 0; at < json.length; at++) {
		switch (json.charCodeAt(at)) {
			case QUOTE:
				at = endOfString(json, at) - 1;
				break;
			case OPEN_LIST:
			case OPEN_OBJECT:
				depth++;
				if (depth === 1) start = at + 1;
				break;
			case CLOSE_LIST:
			case CLOSE_OBJECT:
				depth--;
				if (depth === 0) endField(at);
				break;
			case COLON:
				if (depth !== 1) break;
				name = nameOf(json.slice(start, at));
				start = at + 1;
				break;
			case COMMA:
				if (depth === 1) endField(at);
		}
	}
	return texts;
}

/** A name may be written with escapes. */
function nameOf(written: string): string {
	return written.includes('\\') ? (JSON.parse(written) as string) : written.trim().slice(1, -1);
}
