import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

export type Engine = 'legacy' | 'vm' | 'quickjs';

/** n8n's expression engines that run on this Node: `vm`, n8n's default, is built for Node 24 and later. */
export const ENGINES: Engine[] = ['legacy', 'quickjs', ...(Number.parseInt(process.versions.node) >= 24 ? ['vm' as const] : [])];

/** What an engine makes of each expression (`={{ … }}`) for an item with this JSON. */
export function evaluateWith(engine: Engine, json: object, expressions: string[]): Array<{ value?: unknown; error?: string }> {
	const input = serialize({ engine, json, expressions });
	const output = execFileSync(process.execPath, [join(__dirname, 'evaluate.js')], { input, maxBuffer: 2 ** 24, stdio: ['pipe', 'pipe', 'inherit'] });
	return deserialize(output);
}
