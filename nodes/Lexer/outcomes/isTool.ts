import type { INode } from 'n8n-workflow';

/** n8n makes a second type of a node that an agent may use, whichever version of the agent calls it. */
export function isTool({ type }: INode): boolean {
	return type.endsWith('Tool');
}
