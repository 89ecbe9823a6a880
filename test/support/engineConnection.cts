import { createPacer } from '../../nodes/Lexer/transport/pacer';
import type { Connection } from '../../nodes/Lexer/transport/askForUploadUrl';
import { contextFor } from './engine.cjs';

/**
 * The node's connection with Lexer by n8n's own request helpers, with bounds that a test can wait for.
 *
 * @param trustsAnyone takes certificates that nobody has signed
 */
export function engineConnection(
	credential: { apiToken: string; baseUrl: string },
	signal: AbortSignal = new AbortController().signal,
	timeouts: Connection['timeouts'] = {},
	trustsAnyone = false,
): Connection {
	const context = contextFor({ credential, parameters: {}, items: [{ json: {} }] });
	const trusting = { skipSslCertificateValidation: trustsAnyone };
	return {
		baseUrl: credential.baseUrl,
		askLexer: async (options) =>
			await context.helpers.httpRequestWithAuthentication.call(context, 'lexerApi', { ...options, ...trusting }),
		askStorage: async (options) => await context.helpers.httpRequest({ ...options, ...trusting }),
		pacer: createPacer(),
		signal,
		timeouts,
	};
}
