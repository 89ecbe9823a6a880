import type { Row } from '../convert/assembly/recordConverter';
import { shownName } from '../convert/names/shownName';
import type { Problem } from '../problem';

const SETTING = "'Conversion > Group By'";

/** What is wrong with a row that belongs to no record, as it does not say to which; beside what else is wrong with it. */
export function keyProblems({ problems, hasKeyColumn }: Row, key: string, isColumnKnown: boolean): Problem[] {
	const rule =
		isColumnKnown || hasKeyColumn
			? 'is empty or no single value, and says which rows make one record'
			: `is no column of the input, and says which rows make one record: see ${SETTING}`;
	return [...problems, { path: shownName(key), rule }];
}

/** Why lists cannot be made where nothing says which rows make one record. */
export const NO_KEY = 'makes a list, and nothing says which rows make one record';
export const NO_KEY_ADVICE = `Set ${SETTING} to the column that the rows of one record have in common.`;
