import type { Conversion, LexerRecord } from '../convert/assembly/recordConverter';
import { WrittenJson } from '../numberLiteral';
import type { Problem } from '../problem';
import type { NextTurn } from '../../timing/turns';
import { jsonText } from '../write/jsonText';

/** So many items of a list are checked, and written, without a pause: a few milliseconds. */
const PART = 5000;

/** What is wrong in more places than this is wrong enough. */
const MAX_PROBLEMS = 1000;

/** Whether rows made a list that takes long to check and to write. */
export function isLarge(record: LexerRecord): boolean {
	for (const name in record) {
		const value = record[name];
		if (Array.isArray(value) && value.length > PART) return true;
	}
	return false;
}

/**
 * Checks and writes the lists of a large record part by part, so that n8n's other work has its turn.
 * The rules of a list are those of each of its items.
 *
 * @param problemsOf checks a record
 * @returns the conversion; of a good record with its lists as JSON that is written already
 */
export async function settleLarge(
	conversion: Conversion,
	problemsOf: (record: LexerRecord) => Problem[],
	nextTurn: NextTurn,
): Promise<Conversion> {
	if (conversion.problems.length > 0) return conversion;
	const { record } = conversion;
	const long = Object.entries(record).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]) && entry[1].length > PART);
	const short = { ...record, ...Object.fromEntries(long.map(([name, items]) => [name, items.slice(0, PART)])) };
	const problems = [...problemsOf(short)];
	const written: LexerRecord = { ...record };
	for (const [name, items] of long) {
		let text = '';
		for (let start = 0; start < items.length && problems.length < MAX_PROBLEMS; start += PART) {
			const turn = nextTurn();
			if (turn) await turn;
			const part = items.slice(start, start + PART);
			if (start > 0) problems.push(...inList(problemsOf({ ...short, [name]: part }), name, start));
			text += `${start === 0 ? '' : ','}${jsonText(part).slice(1, -1)}`;
		}
		written[name] = new WrittenJson(`[${text}]`);
	}
	return problems.length > 0 ? { ...conversion, problems } : { ...conversion, record: written };
}

/** The problems of a part of a list, with the places that its items have in all of it. */
function inList(problems: Problem[], name: string, start: number): Problem[] {
	return problems.flatMap(({ path, rule }) => {
		if (!path.startsWith(`${name}[`)) return [];
		const end = path.indexOf(']');
		const index = Number(path.slice(name.length + 1, end)) + start;
		return [{ path: `${name}[${index}${path.slice(end)}`, rule }];
	});
}
