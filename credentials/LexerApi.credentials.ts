import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

/** The account that uploads: a Lexer API token of type "Activity", and where Lexer's API is. */
export class LexerApi implements ICredentialType {
	name = 'lexerApi';

	displayName = 'Lexer API';

	icon: Icon = { light: 'file:../nodes/Lexer/lexer.svg', dark: 'file:../nodes/Lexer/lexer.dark.svg' };

	documentationUrl = 'https://learn.lexer.io/docs/file-upload-api';

	properties: INodeProperties[] = [
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'In Lexer, open Manage > Integrations > API Tokens and create a token of type "Activity". Lexer shows it once.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.lexer.io',
			description: "Where Lexer's API is. Change it only if Lexer gave you another address.",
		},
	];

	/**
	 * Adds the token to a request for Lexer's API. It is no expression: n8n 2 fails to work those of
	 * credentials out where a workflow keeps its files in the JSON (combined binary mode).
	 */
	async authenticate(
		{ apiToken }: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return { ...request, headers: { ...request.headers, 'Auth-Api-Token': apiToken as string } };
	}

	// Asking for an upload URL is the one call that proves the token may upload;
	// what it leaves behind is an id without a file. A redirect would take the token along to wherever it leads.
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl.replace(new RegExp("/+$"), "")}}',
			url: '/v1/uploads',
			method: 'POST',
			disableFollowRedirect: true,
			headers: { 'Content-Type': 'application/json' },
			body: { filename: 'n8n-connection-test.csv' },
		},
	};
}
