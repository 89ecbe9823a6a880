import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { askForUploadUrl } from '../../transport/uploadFile';
import { deliveryError } from '../../outcomes/errors';
import { connect, followCancel } from '../../delivery/connect';
import { fileDestinationFields, readDataset } from '../../parameters/destination';
import { showFor } from '../../parameters/display';
import { orErrorItem } from '../../outcomes/errorItem';
import { refuseFileName } from '../../delivery/refuseUnsendable';

export const description: INodeProperties[] = showFor('file', 'createUploadUrl', [
	{
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'customers-2026-01-31-1.csv',
		description: 'The name that the file will get at Lexer',
	},
	...fileDestinationFields,
	{
		displayName:
			'Whoever has the URL can upload this one file until it expires. It is shown in the output, and n8n saves it with the execution.',
		name: 'urlNotice',
		type: 'notice',
		default: '',
	},
]);

/**
 * Asks Lexer for one presigned upload URL an item, for whoever sends the file.
 *
 * @returns `{uploadId, url, fileName, expiresAt}` an item; `expiresAt` is ISO 8601 or null where the URL does not say
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const { run, release } = followCancel(this);
	try {
		const connection = await connect(this, run.signal);
		const output: INodeExecutionData[] = [];
		for (let itemIndex = 0; itemIndex < this.getInputData().length; itemIndex++) {
			output.push(
				await orErrorItem(this, itemIndex, async () => {
					const fileName = String(this.getNodeParameter('fileName', itemIndex, '') ?? '');
					refuseFileName(this.getNode(), itemIndex, fileName);
					const asked = await askForUploadUrl(connection, fileName, readDataset(this, itemIndex));
					if (!asked.ok) throw deliveryError(this.getNode(), itemIndex, fileName, asked.failure, 0);
					const { uploadId, url, expiresAtMs } = asked.uploadUrl;
					const expiresAt = expiresAtMs === undefined ? null : new Date(expiresAtMs).toISOString();
					return { json: { uploadId, url, fileName, expiresAt }, pairedItem: { item: itemIndex } };
				}),
			);
		}
		return output;
	} finally {
		release();
	}
}
