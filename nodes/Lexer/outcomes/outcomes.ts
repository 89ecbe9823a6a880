import type { IBinaryKeyData, IExecuteFunctions, INodeExecutionData, IPairedItemData } from 'n8n-workflow';

import { capped } from './errors';
import { isTool } from './isTool';

/**
 * What has become of the input items of a run: each ends in a receipt (or a report, or a note that it
 * was skipped) or as an error item, and so on one of the node's outputs.
 */
export interface Outcomes {
	/**
	 * Takes an item for the success output.
	 *
	 * @param place where it stands among the outputs; by default that of the first item it is paired with
	 */
	succeed(item: INodeExecutionData & { pairedItem: IPairedItemData | IPairedItemData[] }, place?: number): void;
	/**
	 * Takes an input item that failed, or one of its files.
	 *
	 * @param reason becomes `error` in the item's JSON
	 * @param binary of several files of the item, the one that failed; by default all that it has
	 */
	fail(itemIndex: number, reason: string, binary?: IBinaryKeyData): void;
	/** The input items of which nothing has been said yet. */
	open(): Iterable<number>;
	/** All that was said, in the order of the input. */
	items(): INodeExecutionData[];
}

/**
 * Error items have the shape that n8n's engine (1.x and 2.x) keeps whole. To its error branch it sends
 * items whose JSON is only `{error}`, and merges the input row in by itself; an item with an error
 * object loses its row again. Where errors go to the regular output, nothing is merged.
 */
export function createOutcomes(context: IExecuteFunctions): Outcomes {
	const input = context.getInputData();
	const node = context.getNode();
	// An agent's model sees nothing of the error branch.
	const engineAddsRow = node.onError === 'continueErrorOutput' && !isTool(node);
	const isSettled = new Uint8Array(input.length);
	const settled: Array<{ place: number; item: INodeExecutionData }> = [];
	return {
		succeed(item, place) {
			const pairs = Array.isArray(item.pairedItem) ? item.pairedItem : [item.pairedItem];
			for (const pair of pairs) isSettled[pair.item] = 1;
			settled.push({ place: place ?? pairs[0]?.item ?? 0, item });
		},
		fail(itemIndex, reason, binary = input[itemIndex].binary) {
			isSettled[itemIndex] = 1;
			const error = capped(reason);
			const json = engineAddsRow ? { error } : { ...input[itemIndex].json, error };
			const item: INodeExecutionData = { json, pairedItem: { item: itemIndex } };
			const hasFiles = binary !== undefined && Object.keys(binary).length > 0;
			settled.push({ place: itemIndex, item: hasFiles ? { ...item, binary } : item });
		},
		*open() {
			for (let itemIndex = 0; itemIndex < isSettled.length; itemIndex++) if (isSettled[itemIndex] === 0) yield itemIndex;
		},
		items: () => settled.sort((one, other) => one.place - other.place).map(({ item }) => item),
	};
}
