import { once } from 'node:events';
import { createServer } from 'node:http';

/**
 * A stand-in for a chat model, with as much of OpenAI's API as n8n's node for it uses. It says what the
 * test tells it to, turn by turn, and keeps what it was told.
 */

/**
 * @typedef {object} Turn what the model does when it is asked: calls tools, or says something
 * @property {Array<{ name: string, arguments: Record<string, unknown> }>} [calls]
 * @property {string} [says]
 *
 * @typedef {object} Request
 * @property {Array<{ role: string, content?: unknown }>} messages
 * @property {Array<{ function: { name: string, description: string, parameters: any } }>} [tools]
 *
 * @typedef {Awaited<ReturnType<typeof startModel>>} Model
 */

export async function startModel() {
	/** @type {Turn[]} */
	let turns = [];
	/** @type {Request[]} */
	let requests = [];
	const server = createServer(async (request, response) => {
		if (!request.url?.endsWith('/chat/completions')) return void response.writeHead(404).end();
		let text = '';
		for await (const chunk of request) text += chunk;
		requests.push(JSON.parse(text));
		const { calls, says = '' } = turns.shift() ?? { says: 'I have nothing more to say.' };
		const toolCalls = calls?.map((call, index) => ({
			id: `call_${requests.length}_${index}`,
			type: 'function',
			function: { name: call.name, arguments: JSON.stringify(call.arguments) },
		}));
		const message = { role: 'assistant', content: toolCalls ? null : says, ...(toolCalls && { tool_calls: toolCalls }) };
		const choice = { index: 0, message, finish_reason: toolCalls ? 'tool_calls' : 'stop' };
		const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion', created: 1, model: 'scripted', choices: [choice], usage }));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		/** @type {import('./instance.mjs').Credential} */
		credential: {
			id: 'scriptedModel',
			name: 'OpenAI (scripted)',
			type: 'openAiApi',
			data: { apiKey: 'sk-scripted', url: `http://127.0.0.1:${port}/v1` },
		},
		/** @param {Turn[]} script */
		play(script) {
			turns = [...script];
			requests = [];
		},
		/** What it was asked since then. */
		requests: () => requests,
		/** What its tools gave it, as it reads it. */
		toolResults: () => (requests.at(-1)?.messages ?? []).filter(({ role }) => role === 'tool').map(({ content }) => textOf(content)),
		async close() {
			server.closeAllConnections();
			server.close();
		},
	};
}

/** @param {unknown} content a text, or parts of one */
function textOf(content) {
	if (typeof content === 'string') return content;
	return Array.isArray(content) ? content.map((part) => part.text ?? '').join('') : '';
}
