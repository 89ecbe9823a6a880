import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/** An error item, as the node gives it: n8n adds the input row on the error branch by itself. */
export function isErrorItem({ json }: INodeExecutionData): boolean {
	return typeof json.error === 'string';
}

/** The numbers of the input items that an output item is paired with. */
function pairedWith({ pairedItem }: INodeExecutionData): number[] {
	return [pairedItem ?? []].flat().map((pair) => (typeof pair === 'number' ? pair : pair.item));
}

/**
 * Judges whether every input item is in exactly one output item, and whole where it failed.
 *
 * @returns every way in which it is not; none is a pass
 */
export function judgeOutcomes(
	input: readonly INodeExecutionData[],
	output: readonly INodeExecutionData[],
	onError: 'continueRegularOutput' | 'continueErrorOutput',
): string[] {
	const times = input.map(() => 0);
	for (const item of output) for (const itemIndex of pairedWith(item)) times[itemIndex]++;
	const counts = times.flatMap((count, itemIndex) => (count === 1 ? [] : [`item ${itemIndex} comes out ${count} times`]));
	const failed = output.filter(isErrorItem).flatMap((item) => judgeErrorItem(input, item, onError));
	return [...counts, ...failed];
}

function judgeErrorItem(input: readonly INodeExecutionData[], item: INodeExecutionData, onError: string): string[] {
	const [itemIndex, ...others] = pairedWith(item);
	const problems = others.length > 0 ? [`the error item of item ${itemIndex} is paired with others`] : [];
	const row: IDataObject = onError === 'continueErrorOutput' ? {} : input[itemIndex].json;
	const { error } = item.json;
	if (JSON.stringify({ ...item.json, error: '' }) !== JSON.stringify({ ...row, error: '' })) problems.push(`item ${itemIndex} lost its row`);
	if (item.error !== undefined) problems.push(`item ${itemIndex} has an error object, for which n8n takes its row away`);
	if (JSON.stringify(item.binary) !== JSON.stringify(input[itemIndex].binary)) problems.push(`item ${itemIndex} lost its files`);
	if (String(error).trim() === '' || /undefined|\[object/.test(String(error))) problems.push(`item ${itemIndex}: ${String(error)}`);
	return problems;
}
