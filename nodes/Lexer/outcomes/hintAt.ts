import type { IExecuteFunctions } from 'n8n-workflow';

import { capped } from './errors';

/** Shows a hint at the node's output. */
export function hintAt(context: IExecuteFunctions, message: string, type: 'info' | 'warning' = 'warning'): void {
	context.addExecutionHints({ message: capped(message), type, location: 'outputPane' });
}
