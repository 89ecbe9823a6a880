import type { IExecuteFunctions } from 'n8n-workflow';

import { deliveryMessage, type Failure } from '../transport/failures';
import type { Stored } from '../transport/uploadFile';

/** What n8n's log is told of one file. */
interface DeliveryLog {
	/** The storage has confirmed it. */
	delivered(stored: Stored): void;
	/** It may be at Lexer, or other bytes than its own may. */
	inDoubt(failure: Failure): void;
}

/**
 * Writes into n8n's log what is at Lexer, or may be: what an execution gives out is lost where n8n crashes
 * before its end, and only these lines are left then. They name the execution in their text, since n8n's usual
 * format prints nothing else. Never a URL, the token, or anything of the file.
 *
 * @param fileName as it is sent
 */
export function deliveryLog(context: IExecuteFunctions, fileName: string): DeliveryLog {
	const executionId = context.getExecutionId();
	const where = `(execution ${executionId}, node "${context.getNode().name}")`;
	return {
		delivered({ uploadId, fileSize, earlierUploadIds = [] }) {
			const earlier = earlierUploadIds.length > 0 ? `, and maybe ${earlierUploadIds.join(', ')} before it` : '';
			const text = `Lexer: delivered "${fileName}", ${fileSize} bytes, upload ID ${uploadId}${earlier} ${where}`;
			context.logger.info(text, { executionId, uploadId, fileName, fileSize });
		},
		inDoubt(failure) {
			const { unconfirmedUploadIds = [] } = failure;
			context.logger.warn(`Lexer: ${deliveryMessage(fileName, failure)} ${where}`, { executionId, unconfirmedUploadIds, fileName });
		},
	};
}
