import type { IExecuteFunctions } from 'n8n-workflow';

import type { ConversionOptions } from '../records/convert/conversion';
import type { Rules } from '../records/recordTypes';
import type { DatasetLoad } from '../transport/uploadUrl';
import { readInvalidRecords, readRules } from './checkOptions';
import { readConversion } from './conversion';
import { readDataset } from './destination';
import { type Format, readFormat } from './fileFormat';
import { readFileName } from './fileTexts';
import { readRecordType } from './recordTypes';
import { readTransferOptions, readWholeNumber, type TransferOptions } from './transferOptions';

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
	transfer: TransferOptions;
}

/**
 * Reads where each item's record goes. Items that say the same get the same target.
 *
 * @returns a function that throws NodeOperationError where an item's parameters cannot be used
 */
export function readRecordTargets(context: IExecuteFunctions): (itemIndex: number) => RecordTarget {
	const targets = new Map<string, RecordTarget>();
	return (itemIndex) => {
		const dataset = readDataset(context, itemIndex);
		const recordType = readRecordType(context, itemIndex);
		const format = readFormat(context, itemIndex);
		const fileName = readFileName(context, itemIndex);
		const key = JSON.stringify([dataset?.datasetId, recordType, format.extension, fileName]);
		const known = targets.get(key);
		if (known) return known;
		const rules = readInvalidRecords(context, itemIndex, 'stop') === 'off' ? undefined : readRules(context, itemIndex);
		const maxRecords = readWholeNumber(context, itemIndex, 'maxRecordsPerFile', { displayName: 'Max Records per File', fallback: 0, min: 0 });
		const conversion = readConversion(context, itemIndex);
		const transfer = readTransferOptions(context, itemIndex);
		const target = { dataset, recordType, format, fileName, rules, maxRecords, conversion, transfer };
		targets.set(key, target);
		return target;
	};
}
