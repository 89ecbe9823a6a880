import { type IBinaryData, type IBinaryKeyData, type IExecuteFunctions, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { asNodeError, inputError } from '../outcomes/errors';
import type { Outcomes } from '../outcomes/outcomes';
import { type Compression, readCompression } from '../parameters/compression';
import { readDataset } from '../parameters/destination';
import { type EmptyFile, readEmptyFile } from '../parameters/emptyFile';
import { readRecordOptions, type RecordOptions } from '../parameters/fileRecordOptions';
import { readContentType, readFileName } from '../parameters/fileTexts';
import { itemOptions } from '../parameters/readOption';
import { DEFAULT_STALL_TIMEOUT_MS, readTransferOptions, type TransferOptions } from '../parameters/transferOptions';
import { binarySource } from '../source/binarySource';
import type { Source } from '../source/Source';
import { type NextTurn, StoppedError } from '../timing/turns';
import type { DatasetLoad } from '../transport/uploadUrl';
import { filesNamed, findFile, type InputFile } from './inputFiles';
import { readingStore } from './readingStore';

/** A file of an item, with all that its parameters say of it. Nothing of it has been read yet. */
export interface CollectedFile {
	itemIndex: number;
	/** What an error item carries of the item's files. */
	ofItem: IBinaryKeyData | undefined;
	source: Source;
	/** The MIME type that the user wants; none: what the file is. */
	contentType: string | undefined;
	dataset: DatasetLoad | undefined;
	emptyFile: EmptyFile;
	compression: Compression;
	/** None where the file is sent as it is. */
	records: RecordOptions | undefined;
	transfer: TransferOptions;
}

/**
 * Finds the binary files of all items, with what their parameters say. Where On Error says continue,
 * what cannot be used becomes an error item.
 *
 * @throws NodeOperationError for the first that cannot be used, where On Error says stop
 */
export async function collectFiles(context: IExecuteFunctions, outcomes: Outcomes, nextTurn: NextTurn): Promise<CollectedFile[]> {
	const files: CollectedFile[] = [];
	await eachFile(context, outcomes, nextTurn, async (itemIndex, { binary, ofItem }) => {
		files.push(await collectFile(context, itemIndex, binary, ofItem));
	});
	return files;
}

/**
 * Finds the binary files of all items, and does something with each. Where On Error says continue, what
 * cannot be used becomes an error item, and so does one with which that fails.
 *
 * @throws what that threw, or NodeOperationError for the first that cannot be used, where On Error says stop
 */
export async function eachFile(
	context: IExecuteFunctions,
	outcomes: Outcomes,
	nextTurn: NextTurn,
	use: (itemIndex: number, file: InputFile) => Promise<void>,
): Promise<void> {
	const fail = (itemIndex: number, cause: unknown, binary?: IBinaryKeyData) => {
		if (cause instanceof StoppedError) throw cause;
		const error = asNodeError(context.getNode(), cause, itemIndex);
		if (!context.continueOnFail() || context.getExecutionCancelSignal()?.aborted) throw error;
		outcomes.fail(itemIndex, error.message, binary);
	};
	for (let itemIndex = 0; itemIndex < context.getInputData().length; itemIndex++) {
		const turn = nextTurn();
		if (turn) await turn;
		let named: Array<string | IBinaryData> = [];
		try {
			named = filesNamed(context, itemIndex, context.getNodeParameter('binaryPropertyName', itemIndex));
		} catch (cause) {
			fail(itemIndex, cause);
		}
		for (const name of named) {
			// Of several files, an error item carries the one that failed; of one that is not there, nothing.
			let ofItem: IBinaryKeyData | undefined = named.length === 1 ? undefined : {};
			try {
				const found = findFile(context, itemIndex, name, named.length === 1);
				ofItem = found.ofItem;
				await use(itemIndex, found);
			} catch (cause) {
				fail(itemIndex, cause, ofItem);
			}
		}
	}
}

/** @throws NodeOperationError where n8n's binary store has no such file */
export async function openBinary(
	context: IExecuteFunctions,
	itemIndex: number,
	binary: IBinaryData,
	overrides: { fileName?: string; contentType?: string } = {},
	stallTimeoutMs = DEFAULT_STALL_TIMEOUT_MS,
): Promise<Source> {
	const patience = { stallTimeoutMs, signal: context.getExecutionCancelSignal() };
	const name = overrides.fileName || (binary.fileName ?? '');
	const find = async () => await binarySource(context.helpers, binary, overrides, patience);
	return await readingStore(context, itemIndex, name, find).catch((error: unknown) => {
		if (error instanceof NodeApiError || error instanceof NodeOperationError || error instanceof StoppedError) throw error;
		const message = `The file "${binary.fileName ?? ''}" cannot be read from n8n's binary store`;
		const advice = 'Its binary data may have been deleted. Run the node that makes the file again.';
		throw inputError(context.getNode(), itemIndex, message, advice);
	});
}

async function collectFile(
	context: IExecuteFunctions,
	itemIndex: number,
	binary: IBinaryData,
	ofItem: IBinaryKeyData | undefined,
): Promise<CollectedFile> {
	const fileName = readFileName(context, itemIndex);
	const options = itemOptions(context, itemIndex);
	const contentType = readContentType(context, itemIndex, options);
	const transfer = readTransferOptions(context, itemIndex, options);
	const source = await openBinary(context, itemIndex, binary, { fileName, contentType }, transfer.stallTimeoutMs);
	return {
		itemIndex,
		ofItem,
		source,
		contentType,
		dataset: readDataset(context, itemIndex),
		emptyFile: readEmptyFile(context, itemIndex, options),
		compression: readCompression(options),
		records: readRecordOptions(context, itemIndex, options),
		transfer,
	};
}
