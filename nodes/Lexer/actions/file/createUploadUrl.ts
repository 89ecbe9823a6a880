import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { connect, followCancel } from '../../delivery/connect';
import { asNodeError, deliveryError } from '../../outcomes/errors';
import type { Outcomes } from '../../outcomes/outcomes';
import { fileDestinationFields, readDataset } from '../../parameters/destination';
import { showFor } from '../../parameters/display';
import { readFileName } from '../../parameters/fileTexts';
import { refuseFileName } from '../../parameters/refuseFileName';
import { urlOfToolNotice } from '../../parameters/toolNotices';
import { askForUploadUrl, type Connection } from '../../transport/askForUploadUrl';

export const description: INodeProperties[] = showFor('file', 'createUploadUrl', [
	{
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. customers-2026-01-31-1.csv',
		description: 'The name that the file will get at Lexer',
	},
	...fileDestinationFields,
	{
		displayName:
			"Send the file to 'url' before 'expiresAt': method PUT, the file's bytes as the whole body (no form), the header Content-Length, and not the API token. Whoever has the URL can do so, and n8n saves it with the execution.",
		name: 'urlNotice',
		type: 'notice',
		default: '',
	},
	urlOfToolNotice,
]);

/**
 * Asks Lexer for one presigned upload URL an item, for whoever sends the file. Gives
 * `{uploadId, url, fileName, expiresAt}` an item; `expiresAt` is ISO 8601, or null where the URL does not say.
 */
export async function execute(context: IExecuteFunctions, outcomes: Outcomes): Promise<void> {
	const { run, release } = followCancel(context);
	try {
		const connection = await connect(context, run.signal);
		for (let itemIndex = 0; itemIndex < context.getInputData().length; itemIndex++) {
			try {
				const json = await createUploadUrl(context, connection, itemIndex);
				outcomes.succeed({ json, pairedItem: { item: itemIndex } });
			} catch (cause) {
				const error = asNodeError(context.getNode(), cause, itemIndex);
				if (!context.continueOnFail() || run.signal.aborted) throw error;
				outcomes.fail(itemIndex, error.message);
			}
		}
	} finally {
		release();
	}
}

async function createUploadUrl(context: IExecuteFunctions, connection: Connection, itemIndex: number): Promise<IDataObject> {
	const node = context.getNode();
	const fileName = readFileName(context, itemIndex);
	refuseFileName(node, itemIndex, fileName);
	const asked = await askForUploadUrl(connection, fileName, readDataset(context, itemIndex));
	if (!asked.ok) throw deliveryError(node, itemIndex, fileName, asked.failure, 0);
	const { uploadId, url, expiresAtMs } = asked.uploadUrl;
	return { uploadId, url, fileName, expiresAt: expiresAtMs === undefined ? null : new Date(expiresAtMs).toISOString() };
}
