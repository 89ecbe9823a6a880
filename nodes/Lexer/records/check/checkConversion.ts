import type { Conversion, LexerRecord } from '../convert/assembly/recordConverter';
import type { Problem } from '../problem';

/**
 * The conversion with what a check of its record finds wrong; the same one where that is nothing, and where
 * there is no record to check.
 */
export function checkConversion(made: Conversion, problemsOf: (record: LexerRecord) => Problem[]): Conversion {
	if (made.problems.length > 0 || made.isEmpty) return made;
	const problems = problemsOf(made.record);
	return problems.length === 0 ? made : { ...made, problems };
}
