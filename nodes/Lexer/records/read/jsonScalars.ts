import type { JSON_FAULTS } from './jsonScanner';

/** What a text goes on with: to its end, an escape, or a line end that it must not have. */
const TEXT_STOP = /["\\\r\n]/g;
const SCALAR_END = /[\s,[\]{}"]/g;

/**
 * Finds where a text, a number or the like ends that stands among the elements of a list, in a text
 * that comes piece by piece. None is a record, but the others are read all the same.
 */
export function createScalarScanner() {
	let isText = false;
	let hasBegun = false;
	let isAfterBackslash = false;
	let faultAt = 0;
	let fault: keyof typeof JSON_FAULTS | undefined;

	/** @returns the position after it if it ends in this text, else undefined */
	function scan(text: string, from: number): number | undefined {
		if (hasBegun) return isText ? scanText(text, from) : scanScalar(text, from);
		hasBegun = true;
		isText = text[from] === '"';
		return isText ? scanText(text, from + 1) : scanScalar(text, from);
	}

	function scanText(text: string, from: number): number | undefined {
		for (let at = from; at < text.length; ) {
			if (isAfterBackslash) {
				isAfterBackslash = false;
				at++;
				continue;
			}
			TEXT_STOP.lastIndex = at;
			const stop = TEXT_STOP.exec(text);
			if (stop === null) return undefined;
			if (stop[0] === '"') return stop.index + 1;
			if (stop[0] !== '\\') {
				[fault, faultAt] = ['text', stop.index];
				return undefined;
			}
			isAfterBackslash = true;
			at = stop.index + 1;
		}
		return undefined;
	}

	function scanScalar(text: string, from: number): number | undefined {
		SCALAR_END.lastIndex = from;
		return SCALAR_END.exec(text)?.index;
	}

	return { scan, fault: () => fault, faultAt: () => faultAt, hint: () => undefined };
}
