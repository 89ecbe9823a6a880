import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

import type { NodeError } from '../outcomes/errors';
import type { RecordCounts } from '../outcomes/recordCounts';
import type { CompressedSource } from '../preparation/compressSource';
import type { TransferOptions } from '../parameters/transferOptions';
import type { Source } from '../source/Source';
import type { DatasetLoad } from '../transport/uploadUrl';

/** What goes to Lexer as one file, ready to be sent. */
export interface Parcel extends TransferOptions, Pick<CompressedSource, 'compression' | 'uncompressedSize'> {
	source: Source;
	dataset: DatasetLoad | undefined;
	records?: RecordCounts;
	/** Files that the receipt's item carries. */
	binary?: IBinaryKeyData;
	/** What the receipt warns of. */
	warnings?: string[];
}

/** A file that is not sent: what the output says of it. */
export interface NotSent {
	skipped: IDataObject;
}

/** One file to deliver. */
export interface Job {
	/** The item that an error names. */
	itemIndex: number;
	/** Makes it ready when its turn comes; throws n8n's errors for what the user gave. */
	prepare(): Promise<Parcel | NotSent>;
}

/** What has become of a job: what the output says of it, or why it failed. */
export type Result = { json: IDataObject; binary?: IBinaryKeyData } | { error: NodeError };
