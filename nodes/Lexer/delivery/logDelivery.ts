import type { IExecuteFunctions } from 'n8n-workflow';

import { deliveryMessage } from '../transport/failures';
import type { UploadOutcome } from '../transport/uploadFile';

/**
 * Writes into n8n's log what is at Lexer, or may be: what an execution gives out is lost where n8n crashes
 * before its end, and only this line is left then. It names the execution in its text, since n8n's usual
 * format prints nothing else. Never a URL, the token, or anything of the file.
 *
 * @param name of the file
 */
export function logDelivery(context: IExecuteFunctions, name: string, outcome: UploadOutcome): void {
	const executionId = context.getExecutionId();
	const where = `(execution ${executionId}, node "${context.getNode().name}")`;
	if (outcome.delivered) {
		const { uploadId, fileName, fileSize, earlierUploadIds = [] } = outcome.receipt;
		const earlier = earlierUploadIds.length > 0 ? `, and maybe ${earlierUploadIds.join(', ')} before it` : '';
		const text = `Lexer: delivered "${fileName}", ${fileSize} bytes, upload ID ${uploadId}${earlier} ${where}`;
		context.logger.info(text, { executionId, uploadId, fileName, fileSize });
	} else if (outcome.mayBeDelivered) {
		const { unconfirmedUploadIds = [] } = outcome.failure;
		context.logger.warn(`Lexer: ${deliveryMessage(name, outcome.failure)} ${where}`, {
			executionId,
			unconfirmedUploadIds,
			fileName: name,
		});
	}
}
