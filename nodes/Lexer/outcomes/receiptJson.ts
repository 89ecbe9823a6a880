import type { IDataObject } from 'n8n-workflow';

import type { Receipt } from '../transport/uploadFile';
import type { DatasetLoad } from '../transport/uploadUrl';
import type { RecordCounts } from './recordCounts';

/** What the output says of a delivered file, beside what the storage confirmed. */
interface About {
	dataset?: DatasetLoad;
	records?: RecordCounts;
	compression?: string;
	uncompressedSize?: number;
	warnings?: string[];
}

/** The JSON of a receipt: only what there is something to say of. */
export function receiptJson(receipt: Receipt, { dataset, records, compression, uncompressedSize, warnings = [] }: About): IDataObject {
	return {
		...receipt,
		...(dataset && { destination: { ...dataset } }),
		...(records && { records: { ...records } }),
		...(compression !== undefined && { compression }),
		...(uncompressedSize !== undefined && { uncompressedSize }),
		...(warnings.length > 0 && { warnings }),
	};
}
