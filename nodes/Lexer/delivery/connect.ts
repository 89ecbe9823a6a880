import type { IExecuteFunctions } from 'n8n-workflow';

import { createPacer } from '../transport/pacer';
import type { Connection } from '../transport/askForUploadUrl';
import { inputError } from '../outcomes/errors';

/** What an HTTP header can carry. */
const TOKEN = /^[\x20-\x7e]+$/;

/**
 * Connects the transport with n8n: its request helpers, the credential, its cancel signal.
 *
 * @param signal ends all requests; it should follow n8n's own cancel signal
 * @throws NodeOperationError where the credential's base URL is none
 */
export async function connect(context: IExecuteFunctions, signal: AbortSignal): Promise<Connection> {
	return {
		baseUrl: await readBaseUrl(context),
		askLexer: async (options) => await context.helpers.httpRequestWithAuthentication.call(context, 'lexerApi', options),
		askStorage: async (options) => await context.helpers.httpRequest(options),
		pacer: createPacer(),
		signal,
	};
}

/** @throws NodeOperationError where the credential holds no web address, or nothing that can be a token */
async function readBaseUrl(context: IExecuteFunctions): Promise<string> {
	const { apiToken, baseUrl } = await context.getCredentials('lexerApi');
	if (typeof apiToken !== 'string' || !TOKEN.test(apiToken.trim())) {
		const advice = 'Paste the token from Manage > Integrations > API Tokens in Lexer into the Lexer API credential.';
		throw inputError(context.getNode(), 0, "The credential's 'API Token' is empty, or has characters that no token has", advice);
	}
	const trimmed = typeof baseUrl === 'string' ? withoutEndSlashes(baseUrl.trim()) : '';
	if (/^https?:\/\/[^/?#]/.test(trimmed) && URL.canParse(trimmed) && !/[?#]/.test(trimmed)) return trimmed;
	const advice = "Set 'Base URL' in the Lexer API credential to https://api.lexer.io.";
	throw inputError(context.getNode(), 0, "The credential's 'Base URL' is not a web address", advice);
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

/** A pattern would look at each of many slashes for all that follow it. */
function withoutEndSlashes(text: string): string {
	let end = text.length;
	while (text[end - 1] === '/') end--;
	return text.slice(0, end);
}
