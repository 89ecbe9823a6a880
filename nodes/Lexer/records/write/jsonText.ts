import { literalsWritten, NumberLiteral, WrittenJson } from '../numberLiteral';

/** One value as JSON on one line; number literals as the numbers that they are. */
export function jsonText(value: unknown): string {
	const before = literalsWritten.count;
	const text = JSON.stringify(value);
	// Almost every record is done here; going through each by hand would take several times as long.
	return literalsWritten.count === before ? text : exactText(value);
}

/** The same value, known to be plain JSON with number literals in it. */
function exactText(value: unknown): string {
	if (value instanceof NumberLiteral || value instanceof WrittenJson) return value.text;
	if (Array.isArray(value)) return `[${value.map(exactText).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
	const fields = Object.entries(value).filter(([, part]) => part !== undefined);
	return `{${fields.map(([name, part]) => `${JSON.stringify(name)}:${exactText(part)}`).join(',')}}`;
}
