import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { ConversionOptions } from '../records/convert/conversion';
import type { Duplicates } from '../records/duplicates/duplicates';
import type { Rules } from '../records/recordTypes';
import type { DatasetLoad } from '../transport/uploadUrl';
import { readInvalidRecords, readRules } from './checkOptions';
import { readConversion } from './conversion';
import { type Compression, readCompression } from './compression';
import { readDuplicates } from './duplicates';
import { readDataset } from './destination';
import { type Format, readFormat } from './fileFormat';
import { readFileName } from './fileTexts';
import { hasExpression, itemParameter } from './itemParameter';
import { itemOptions, wholeNumber } from './readOption';
import { readRecordType } from './recordTypes';
import { refuseFileName } from './refuseFileName';
import { readTransferOptions, type TransferOptions } from './transferOptions';

export const maxRecordsPerFileField: INodeProperties = {
	displayName: 'Max Records per File',
	name: 'maxRecordsPerFile',
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 0 },
	default: 0,
	description: 'How many records one file has at most; more make several files. 0: all in one file.',
};

/** Where an item's record goes, and how. Items with the same target share files. */
export interface RecordTarget {
	dataset: DatasetLoad | undefined;
	/** One of Lexer's, `custom`, or one that the node does not know. */
	recordType: string;
	format: Format;
	/** Empty where the file is to be named by what it holds. */
	fileName: string;
	/** None where records are not checked. */
	rules: Rules | undefined;
	/** In one file; 0: all in one. */
	maxRecords: number;
	conversion: ConversionOptions;
	compression: Compression;
	/** The same for all items. */
	duplicates: Duplicates;
	transfer: TransferOptions;
}

/** By which items are told apart; what else a target has is that of its first item. */
const TARGET_PARAMETERS = ['destination', 'datasetId', 'recordType', 'format', 'fileName'];

/**
 * Reads where each item's record goes. Items that say the same get the same target.
 *
 * @returns a function that throws NodeOperationError where an item's parameters cannot be used
 */
export function readRecordTargets(context: IExecuteFunctions): (itemIndex: number) => RecordTarget {
	const targets = new Map<string, RecordTarget>();
	const recordTypeOf = itemParameter(context, 'recordType', 'customer_record');
	const formatOf = itemParameter(context, 'format', 'ndjson');
	const fileNameOf = itemParameter(context, 'fileName', '');
	const datasetParameters = {
		destination: itemParameter(context, 'destination', 'team'),
		datasetId: itemParameter(context, 'datasetId', ''),
		recordType: recordTypeOf,
	};
	const targetOf = (itemIndex: number): RecordTarget => {
		const dataset = readDataset(context, itemIndex, datasetParameters);
		const recordType = readRecordType(context, itemIndex, recordTypeOf(itemIndex));
		const format = readFormat(context, itemIndex, formatOf(itemIndex));
		const fileName = readFileName(context, itemIndex, fileNameOf(itemIndex));
		const key = JSON.stringify([dataset?.datasetId, recordType, format.extension, fileName]);
		const known = targets.get(key);
		if (known) return known;
		if (fileName !== '') refuseFileName(context.getNode(), itemIndex, fileName);
		const options = itemOptions(context, itemIndex);
		const isUnchecked = readInvalidRecords(context, itemIndex, 'stop', options) === 'off';
		const rules = readRules(context, itemIndex, options);
		const target: RecordTarget = {
			dataset,
			recordType,
			format,
			fileName,
			rules: isUnchecked ? undefined : rules,
			maxRecords: options.number(maxRecordsPerFileField, 0, wholeNumber(0)),
			conversion: readConversion(context, itemIndex),
			compression: readCompression(options),
			duplicates: readDuplicates(itemOptions(context, 0), recordType),
			transfer: readTransferOptions(context, itemIndex, options),
		};
		targets.set(key, target);
		return target;
	};
	let ofAll: RecordTarget | undefined;
	return areTargetsOfItems(context) ? targetOf : (itemIndex) => (ofAll ??= targetOf(itemIndex));
}

/** Whether an expression says of each item where it goes. */
export function areTargetsOfItems(context: IExecuteFunctions): boolean {
	const { parameters } = context.getNode();
	return TARGET_PARAMETERS.some((name) => hasExpression(parameters[name]));
}

/**
 * The target of an item with nothing in it, as far as it can be told: its parameters may have been meant to
 * come from its own columns. It names what is not sent; nothing goes there.
 */
export function readTargetOfNothing(context: IExecuteFunctions, itemIndex: number): RecordTarget {
	const options = itemOptions(context, itemIndex);
	return {
		dataset: undefined,
		recordType: readable(() => readRecordType(context, itemIndex, itemParameter(context, 'recordType', 'custom')(itemIndex)), 'custom'),
		format: readable(
			() => readFormat(context, itemIndex, itemParameter(context, 'format', 'ndjson')(itemIndex)),
			readFormat(context, itemIndex, 'ndjson'),
		),
		fileName: readable(() => readFileName(context, itemIndex, itemParameter(context, 'fileName', '')(itemIndex)), ''),
		rules: undefined,
		maxRecords: 0,
		conversion: readConversion(context, itemIndex),
		compression: readCompression(options),
		duplicates: 'keep',
		transfer: readTransferOptions(context, itemIndex, options),
	};
}

function readable<Value>(read: () => Value, otherwise: Value): Value {
	try {
		return read();
	} catch {
		return otherwise;
	}
}
