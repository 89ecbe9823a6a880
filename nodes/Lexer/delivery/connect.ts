import type { IExecuteFunctions } from 'n8n-workflow';

import { createPacer } from '../transport/pacer';
import type { Connection } from '../transport/uploadFile';
import { inputError } from '../outcomes/errors';

/**
 * Connects the transport with n8n: its request helpers, the credential, its cancel signal.
 *
 * @param signal ends all requests; it should follow n8n's own cancel signal
 * @throws NodeOperationError where the credential's base URL is none
 */
export async function connect(context: IExecuteFunctions, signal: AbortSignal): Promise<Connection> {
	return {
		baseUrl: await readBaseUrl(context),
		askLexer: async (options) =>
			await context.helpers.httpRequestWithAuthentication.call(context, 'lexerApi', options),
		askStorage: async (options) => await context.helpers.httpRequest(options),
		pacer: createPacer(),
		signal,
	};
}

async function readBaseUrl(context: IExecuteFunctions): Promise<string> {
	const { baseUrl } = await context.getCredentials<{ baseUrl: string }>('lexerApi');
	const trimmed = baseUrl.trim().replace(/\/+$/, '');
	if (/^https?:\/\//.test(trimmed) && URL.canParse(trimmed)) return trimmed;
	throw inputError(
		context.getNode(),
		0,
		"The credential's base URL is not a web address",
		'Set Base URL in the Lexer API credential to https://api.lexer.io.',
	);
}

/**
 * A signal of the node's own that also follows n8n's "Stop Execution".
 *
 * @returns the controller, and `release()` for the end of the run
 */
export function followCancel(context: IExecuteFunctions): { run: AbortController; release: () => void } {
	const run = new AbortController();
	const cancel = context.getExecutionCancelSignal();
	const abort = () => run.abort();
	if (cancel?.aborted) abort();
	cancel?.addEventListener('abort', abort);
	return { run, release: () => cancel?.removeEventListener('abort', abort) };
}
