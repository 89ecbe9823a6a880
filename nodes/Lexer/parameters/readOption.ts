import type { IExecuteFunctions, INodeProperties, NodeOperationError } from 'n8n-workflow';

import { inputError } from '../outcomes/errors';
import { booleanOf, choiceOf, numberOf, textOf } from './judge';

/** The name of an option, and what the editor calls it. */
export type OptionField = Pick<INodeProperties, 'name' | 'displayName'>;

/** What a number has to be. */
export interface NumberBounds {
	/** In the words that follow "Set it to". */
	wanted: string;
	isWanted: (value: number) => boolean;
}

/** What an option lacks that looks at records, where nothing reads them, and what to do about it. */
export const NEEDS_RECORDS = {
	what: 'looks at records, but those of this file are not read',
	advice: "Turn on 'Options > Convert CSV' for CSV files, or set 'Options > Invalid Records' for NDJSON and JSON files",
};

/** One item's options. An option that nobody added has its fallback; what is set says what it says or is refused. */
export interface ItemOptions {
	boolean(field: OptionField, fallback: boolean): boolean;
	number(field: OptionField, fallback: number, bounds: NumberBounds): number;
	choice<Choice extends string>(field: OptionField, choices: readonly Choice[], fallback: Choice): Choice;
	/** Empty where it is not set. */
	text(field: OptionField): string;
	/** The error that says what an option has to be. */
	refuse(field: OptionField, wanted: string): NodeOperationError;
	/** The error that says why an option can do nothing here, and what to do other than to remove it. */
	refuseUse(field: OptionField, reason: { what: string; advice: string }): NodeOperationError;
}

/**
 * Reads an item's options by what they say: an expression may give "false" or " 5 " as well.
 *
 * @param given the collection for this item, where it is known already
 * @param label what the editor calls the collection
 * @returns readers that throw NodeOperationError, which names the option as the editor does
 */
export function itemOptions(
	context: IExecuteFunctions,
	itemIndex: number,
	given: Record<string, unknown> = context.getNodeParameter('options', itemIndex, {}),
	label = 'Options',
): ItemOptions {
	const refuseUse = ({ displayName }: OptionField, { what, advice }: { what: string; advice: string }) =>
		inputError(context.getNode(), itemIndex, `'${label} > ${displayName}' ${what}`, `${advice}, or remove the option.`);
	const refuse = (field: OptionField, wanted: string) => refuseUse(field, { what: `is not ${wanted}`, advice: `Set it to ${wanted}` });
	const read = <Value>(field: OptionField, fallback: Value, judge: (value: unknown) => Value | undefined, wanted: string): Value => {
		if (!Object.hasOwn(given, field.name)) return fallback;
		const value = judge(given[field.name]);
		if (value === undefined) throw refuse(field, wanted);
		return value;
	};
	return {
		boolean: (field, fallback) => read(field, fallback, booleanOf, 'true or false'),
		number: (field, fallback, { wanted, isWanted }) => {
			const judge = (value: unknown) => {
				const number = numberOf(value);
				return number !== undefined && isWanted(number) ? number : undefined;
			};
			return read(field, fallback, judge, wanted);
		},
		choice: (field, choices, fallback) =>
			read(field, fallback, (value) => choiceOf(value, choices), `one of its choices: ${choices.join(', ')}`),
		text: (field) => read(field, '', textOf, 'a text'),
		refuse,
		refuseUse,
	};
}

/** For counts: 1, 2, 3 and so on, or 0 as well. */
export function wholeNumber(min: 0 | 1): NumberBounds {
	return {
		wanted: `a whole number of at least ${min}`,
		isWanted: (value) => Number.isSafeInteger(value) && value >= min,
	};
}
