import type { IBinaryData } from 'n8n-workflow';

/** Whether n8n would take this for a binary file; n8n-workflow says so by itself only since 2.5. */
export function isBinaryFile(value: unknown): value is IBinaryData {
	if (typeof value !== 'object' || value === null || !('mimeType' in value)) return false;
	return ('data' in value && typeof value.data === 'string') || ('id' in value && typeof value.id === 'string');
}
