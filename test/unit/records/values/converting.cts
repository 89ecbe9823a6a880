import { type ConversionOptions, DEFAULT_CONVERSION } from '../../../../nodes/Lexer/records/convert/conversion';
import { recordConverter } from '../../../../nodes/Lexer/records/convert/assembly/recordConverter';
import type { RecordType } from '../../../../nodes/Lexer/records/recordTypes';

/** What becomes of a value, and in what words it is told. */
export interface Outcome {
	value: unknown;
	problems: string[];
	notes: string[];
}

/** Converts the values of one field, which may be a dotted one. */
export function converting(recordType: RecordType, field: string) {
	return (value: unknown, options: Partial<ConversionOptions> = {}): Outcome => {
		const { record, problems, notes } = recordConverter(recordType, { ...DEFAULT_CONVERSION, ...options })({ [field]: value });
		let found: unknown = record;
		for (const name of field.split('.')) found = (found as Record<string, unknown> | undefined)?.[name];
		return { value: found, problems: problems.map(({ rule }) => rule), notes: notes.map(({ rule }) => rule) };
	};
}

/** A value that goes out without a word. */
export function silently(value: unknown): Outcome {
	return { value, problems: [], notes: [] };
}
