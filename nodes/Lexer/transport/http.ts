import type { IHttpRequestOptions } from 'n8n-workflow';

import type { Answer } from './answers';

/** One of n8n's request helpers (`httpRequest`, `httpRequestWithAuthentication`), bound. */
export type HttpRequest = (options: IHttpRequestOptions) => Promise<unknown>;

/**
 * Sends a request and takes whatever answer comes, of any status, with its body as text.
 * Redirects are never followed: n8n would hold the whole body in memory to send it again,
 * and a redirect must reach the caller's own rules about hosts.
 *
 * @throws whatever the network or n8n threw; the error may hold secrets in its `config`
 */
export async function send(request: HttpRequest, options: IHttpRequestOptions): Promise<Answer> {
	const response = await request({
		...options,
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
		encoding: 'text',
	});
	if (!isFullResponse(response)) return { status: 0, headers: {}, body: '' };
	const { statusCode: status, headers, body } = response;
	return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

interface FullResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

function isFullResponse(response: unknown): response is FullResponse {
	return typeof response === 'object' && response !== null && 'statusCode' in response;
}
