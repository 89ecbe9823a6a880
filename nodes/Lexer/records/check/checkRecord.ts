import { describeProblems } from './describeProblems';
import { withNumbersForLiterals } from '../numberLiteral';
import type { Problem } from '../problem';
import type { RecordType, Rules } from '../recordTypes';
import { withPairsAsObjects } from './pairs';
import { validators } from './validators.generated';

const NO_PROBLEMS: Problem[] = [];

/**
 * Checks one record, and gives what is wrong with it: nothing for a good record. A problem names
 * the field and the rule, never a value.
 */
export function checkRecord(recordType: RecordType, rules: Rules, record: unknown): Problem[] {
	const validate = validators[rules][recordType];
	if (validate(record)) return NO_PROBLEMS;
	let checked = withNumbersForLiterals(record);
	if (checked !== record && validate(checked)) return NO_PROBLEMS;
	if (rules === 'uploadTool') {
		const objects = withPairsAsObjects(checked, validate);
		if (objects === undefined) return NO_PROBLEMS;
		checked = objects;
	}
	const problems = describeProblems(validate.errors ?? [], checked);
	return problems.length > 0 ? problems : [{ path: '', rule: 'must be a record of this type' }];
}
