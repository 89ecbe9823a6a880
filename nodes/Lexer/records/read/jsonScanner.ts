/** What keeps a text from being JSON, in words that follow "it" or a place. */
export const JSON_FAULTS = {
	bracket: 'has a bracket that closes nothing, or of the wrong kind',
	comma: 'has a comma with nothing after it',
	deep: 'is nested too deeply',
	missing: 'lacks a comma or a colon',
	quotes: 'has names or texts that are not in double quotes',
	text: 'has a text that goes over a line end',
	value: 'has a value that JSON does not have, such as NaN',
};

/** Deeper than this no record is, and the parser's own stack must not end before. */
const MAX_DEPTH = 500;

const BLANK = new Set([' ', '\n', '\r', '\t']);
const IN_SCALAR = /[-+.\w]/;
const SCALAR = /[-+.\w]+/y;
const JSON_SCALAR = /^(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)$/;
/** What a text goes on with: to its end, an escape, or a line end that it must not have. */
const TEXT_END = /["\\\r\n]/g;

/** What may come next within an object or a list. */
type Expected = 'firstKey' | 'key' | 'colon' | 'firstValue' | 'value' | 'end';

/**
 * Finds where a JSON object or list ends, in a text that comes piece by piece. It looks at what stands
 * between the values; whether the values are good, `JSON.parse` tells.
 */
export function createJsonScanner() {
	let open: Array<'{' | '['> = [];
	let expected: Expected = 'value';
	let isInText = false;
	let isAfterBackslash = false;
	/** The beginning of a scalar that the end of a piece may have cut. */
	let scalar = '';
	let hasBegun = false;
	let faultAt = 0;
	let fault: keyof typeof JSON_FAULTS | undefined;
	let hint: keyof typeof JSON_FAULTS | undefined;

	/** @returns the position after the object or list if it ends in this text, else undefined */
	function scan(text: string, from: number): number | undefined {
		let at = from;
		while (at < text.length) {
			const next = isInText ? scanText(text, at) : step(text, at);
			if (fault !== undefined) {
				faultAt = at;
				return undefined;
			}
			at = next;
			if (open.length === 0 && hasBegun) return at;
		}
		return undefined;
	}

	function step(text: string, at: number): number {
		const character = text[at];
		if (scalar === '' && BLANK.has(character)) return at + 1;
		if (scalar !== '' || IN_SCALAR.test(character)) return scanScalar(text, at);
		token(character);
		return at + 1;
	}

	function scanText(text: string, from: number): number {
		if (isAfterBackslash) {
			isAfterBackslash = false;
			return from + 1;
		}
		TEXT_END.lastIndex = from;
		const end = TEXT_END.exec(text);
		if (end === null) return text.length;
		if (end[0] === '\\') isAfterBackslash = true;
		else {
			if (end[0] !== '"') fault = 'text';
			isInText = false;
		}
		return end.index + 1;
	}

	function scanScalar(text: string, from: number): number {
		SCALAR.lastIndex = from;
		const part = SCALAR.exec(text)?.[0] ?? '';
		// Longer than any number: what it is tells nothing more.
		scalar = (scalar + part).slice(0, 1000);
		const at = from + part.length;
		if (at === text.length) return at;
		if (expected === 'key' || expected === 'firstKey') fault = 'quotes';
		else if (!JSON_SCALAR.test(scalar)) hint ??= 'value';
		scalar = '';
		afterValue();
		return at;
	}

	function token(character: string) {
		switch (character) {
			case '"':
				isInText = true;
				if (expected === 'key' || expected === 'firstKey') expected = 'colon';
				else afterValue();
				break;
			case '{':
			case '[':
				afterValue();
				hasBegun = true;
				if (open.length >= MAX_DEPTH) fault ??= 'deep';
				open.push(character);
				expected = character === '{' ? 'firstKey' : 'firstValue';
				break;
			case '}':
			case ']':
				if (expected === 'colon' || (expected === 'value' && open.at(-1) === '{')) fault ??= 'missing';
				if (expected === 'key' || expected === 'value') hint ??= 'comma';
				if (open.pop() !== (character === '}' ? '{' : '[')) fault ??= 'bracket';
				expected = 'end';
				break;
			case ',':
				if (expected !== 'end') fault = 'comma';
				expected = open.at(-1) === '{' ? 'key' : 'value';
				break;
			case ':':
				if (expected !== 'colon') fault = 'missing';
				expected = 'value';
				break;
			default:
				fault = 'quotes';
		}
	}

	function afterValue() {
		if (expected === 'key' || expected === 'firstKey') fault ??= 'missing';
		else if (expected === 'colon' || (expected === 'end' && open.length > 0)) fault ??= 'missing';
		expected = 'end';
	}

	return {
		scan,
		/** What makes it impossible to tell where this ends, */
		fault: () => fault,
		/** and where in the text given last that is. */
		faultAt: () => faultAt,
		/** What `JSON.parse` will not like, though it can be told where this ends. */
		hint: () => hint,
		/** Begins another. */
		reset() {
			[open, expected, scalar] = [[], 'value', ''];
			[isInText, isAfterBackslash, hasBegun] = [false, false, false];
			[fault, hint] = [undefined, undefined];
		},
	};
}
