import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { Lexer } from '../../../nodes/Lexer/Lexer.node';

interface Codex {
	node: string;
	categories: string[];
	alias: string[];
}

const codex = JSON.parse(readFileSync(resolve(__dirname, '../../../nodes/Lexer/Lexer.node.json'), 'utf8')) as Codex;

// n8n compares what somebody types with each of these as a whole.
it.each(['lexer', 'cdp', 'customer data', 'upload file', 'file upload', 'csv upload', 'presigned url', 'send file'])(
	'somebody who types "%s" finds the node',
	(typed) => {
		expect(codex.alias).toContain(typed);
	},
);

it('stands among the nodes of marketing and of data', () => {
	expect(codex.categories).toEqual(expect.arrayContaining(['Marketing & Content', 'Data & Storage']));
});

it('is the node that it says it is', () => {
	expect(codex.node).toBe(`n8n-nodes-lexer.${new Lexer().description.name}`);
});
