import { innerName } from '../convert/names/shownName';
import type { Problem } from '../problem';

const RULE = 'has a character that no text can have: a NUL, or half of a character';

/** JSON can only write such a character escaped. */
const ESCAPED = /\\u(?:0000|d[89a-f])/i;

/**
 * Finds the texts and names of a record that nobody could store: with a NUL, or with half of a
 * surrogate pair.
 *
 * @param json the record as JSON: mostly it shows that there is nothing to look for
 */
export function unsoundTexts(json: string, record: unknown): Problem[] {
	if (!json.includes('\\u') || !ESCAPED.test(json)) return [];
	const problems: Problem[] = [];
	findUnsound(record, '', problems);
	return problems;
}

const MAX_PROBLEMS = 100;

function findUnsound(value: unknown, path: string, problems: Problem[]) {
	if (problems.length >= MAX_PROBLEMS) return;
	if (typeof value === 'string' && !isSound(value)) problems.push({ path, rule: RULE });
	if (typeof value !== 'object' || value === null) return;
	if (Array.isArray(value)) value.forEach((item, index) => findUnsound(item, `${path}[${index}]`, problems));
	else {
		for (const [name, part] of Object.entries(value)) {
			const inner = path === '' ? innerName(name) : `${path}.${innerName(name)}`;
			if (isSound(name)) findUnsound(part, inner, problems);
			else problems.push({ path, rule: 'has a name with a NUL, or half of a character, in it' });
		}
	}
}

function isSound(text: string): boolean {
	return text.isWellFormed() && !text.includes('\0');
}
