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

/** How the refusal of an option ends that looks at records, where nothing does. */
export const WHERE_UNREAD = "where the records of files are not read: see 'Options > Convert CSV' and 'Options > Invalid Records'";

/** One item's options. An option that nobody added has its fallback; what is set says what it says or is refused. */
export interface ItemOptions {
	boolean(field: OptionField, fallback: boolean): boolean;
	number(field: OptionField, fallback: number, bounds: NumberBounds): number;
	choice<Choice extends string>(field: OptionField, choices: readonly Choice[], fallback: Choice): Choice;
	/** Empty where it is not set. */
	text(field: OptionField): string;
	/** The error that says what an option has to be. */
	refuse(field: OptionField, wanted: string): NodeOperationError;
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
	const refuse = ({ displayName }: OptionField, wanted: string) => {
		const message = `'${label} > ${displayName}' is not ${wanted}`;
		return inputError(context.getNode(), itemIndex, message, `Set it to ${wanted}, or remove the option.`);
	};
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
	};
}

/** For counts: 1, 2, 3 and so on, or 0 as well. */
export function wholeNumber(min: 0 | 1): NumberBounds {
	return {
		wanted: `a whole number of at least ${min}`,
		isWanted: (value) => Number.isSafeInteger(value) && value >= min,
	};
}
