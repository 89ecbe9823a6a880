import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { Lexer } from '../../../nodes/Lexer/Lexer.node';

interface ExampleNode {
	name: string;
	type: string;
	credentials?: object;
	alwaysOutputData?: boolean;
	position: [x: number, y: number];
	parameters: Record<string, unknown>;
}

/** How large n8n draws a node. */
const NODE_SIDE = 100;

const folder = resolve(__dirname, '../../../examples');
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const nodesOf = (name: string) => (JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as { nodes: ExampleNode[] }).nodes;

describe.each(names)('the example %s', (name) => {
	const nodes = nodesOf(name);

	it('carries no credential, so that n8n chooses one or asks for it', () => {
		expect(nodes.filter(({ credentials }) => credentials !== undefined)).toEqual([]);
	});

	it('says what to change first, and names only nodes that it has', () => {
		const note = nodes.find(({ type }) => type.endsWith('.stickyNote'));
		expect(note?.parameters.content).toMatch(/^## .+\n\*\*Change first:\*\* /);
		const named = [...String(note?.parameters.content).matchAll(/in \*([A-Z][A-Za-z ]+)\*/g)].map(([, node]) => node);
		expect(named.length).toBeGreaterThan(0);
		for (const one of named) expect(nodes.map((node) => node.name)).toContain(one);
	});

	it('has no node that stands on its note', () => {
		const note = nodes.find(({ type }) => type.endsWith('.stickyNote'))!;
		const { width, height } = note.parameters as { width: number; height: number };
		const isBeside = (start: number, noteStart: number, noteLength: number) => start + NODE_SIDE <= noteStart || start >= noteStart + noteLength;
		const on = nodes.filter(({ position: [x, y] }) => !isBeside(x, note.position[0], width) && !isBeside(y, note.position[1], height));
		expect(on.map((node) => node.name)).toEqual([note.name]);
	});

	// What loads changes has nothing to say where nothing changed.
	it('goes on to the Lexer node where nothing was found, so that it says so', () => {
		if (name.startsWith('changes-')) return;
		for (const { type, alwaysOutputData } of nodes.filter((node) => /readWriteFile|postgres/.test(node.type))) {
			expect([type, alwaysOutputData]).toEqual([type, true]);
		}
	});

	it('sets only parameters that the node has', () => {
		// n8n adds the last two to a node that is a tool.
		const known = new Set([...new Lexer().description.properties.map((property) => property.name), 'descriptionType', 'toolDescription']);
		const [lexer] = nodes.filter(({ type }) => /^n8n-nodes-lexer\.lexer(Tool)?$/.test(type));
		expect(Object.keys(lexer.parameters).filter((parameter) => !known.has(parameter))).toEqual([]);
	});

	it('stands in the list of examples', () => {
		expect(readFileSync(resolve(folder, 'README.md'), 'utf8')).toContain(`## [${name}](${name})`);
	});

	it('has its picture there', () => {
		expect(readFileSync(resolve(folder, 'README.md'), 'utf8')).toContain(`](../docs/images/example-${name.replace('.json', '')}.png)`);
	});
});
