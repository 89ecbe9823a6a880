import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

const TIED = 'If it is tied to IP addresses, that of this n8n must be among them.';
const REDIRECT = "'Base URL' answers with a redirect, which the token does not follow. Set it to https://api.lexer.io.";
const NO_API = "There is no File Upload API at 'Base URL'. Set it to https://api.lexer.io.";
const LEXER_FAILS = "Lexer's API fails at the moment. See status.lexer.io, and test again later.";

/** What the test says of each status that Lexer's API, or what stands in its place, may answer. */
const ANSWERS = Object.entries({
	301: REDIRECT,
	302: REDIRECT,
	303: REDIRECT,
	307: REDIRECT,
	308: REDIRECT,
	401: `Lexer did not accept the token: it must be an active one of type "Activity" (Manage > Integrations > API Tokens). ${TIED}`,
	403: `Lexer does not allow this token to upload: use one of type "Activity". ${TIED}`,
	404: NO_API,
	405: NO_API,
	407: 'The proxy between n8n and Lexer asks for a user and a password. Set them in the address of the proxy (HTTPS_PROXY).',
	429: 'Lexer refuses this token for now, because of too many requests. Test again in some minutes.',
	500: LEXER_FAILS,
	502: LEXER_FAILS,
	503: LEXER_FAILS,
	504: LEXER_FAILS,
}).map(([status, message]) => ({ type: 'responseCode', properties: { value: Number(status), message } }));

/** For an answer without an upload URL: a sign-in page, or another API. */
const NOT_AS_LEXER = {
	type: 'responseSuccessBody',
	properties: {
		key: 'url',
		value: undefined,
		message:
			"What answers is not Lexer's API: a proxy or a sign-in page stands in between, or 'Base URL' is wrong. Set it to https://api.lexer.io.",
	},
};

/** The account that uploads: a Lexer API token of type "Activity", and where Lexer's API is. */
export class LexerApi implements ICredentialType {
	name = 'lexerApi';

	displayName = 'Lexer API';

	icon: Icon = { light: 'file:../nodes/Lexer/lexer.svg', dark: 'file:../nodes/Lexer/lexer.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-lexer/n8n-nodes-lexer#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'In Lexer: Manage > Integrations > API Tokens > a token of type "Activity"',
			description:
				'Lexer shows a token once, when it is made; at most five can be active. If it is tied to IP addresses, that of this n8n must be among them.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.lexer.io',
			placeholder: 'e.g. https://api.lexer.io',
			description: "Where Lexer's API is. Change it only if Lexer gave you another address.",
		},
	];

	/**
	 * Adds the token to a request for Lexer's API, without blanks that were pasted around it: one of a web page
	 * (U+00A0) would be sent as a part of it. It is no expression: n8n 2 fails to work those of
	 * credentials out where a workflow keeps its files in the JSON (combined binary mode).
	 */
	async authenticate({ apiToken }: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> {
		return { ...request, headers: { ...request.headers, 'Auth-Api-Token': String(apiToken).trim() } };
	}

	// Asking for an upload URL is the one call that proves the token may upload;
	// what it leaves behind is an id without a file. A redirect would take the token along to wherever it leads.
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl.trim().replace(new RegExp("/+$"), "")}}',
			url: '/v1/uploads',
			method: 'POST',
			disableFollowRedirect: true,
			headers: { 'Content-Type': 'application/json' },
			body: { filename: 'n8n-connection-test.csv' },
		},
		// n8n shows the first that fits; its type wants rules of one kind only, its code takes both.
		rules: [...ANSWERS, NOT_AS_LEXER] as ICredentialTestRequest['rules'],
	};
}
