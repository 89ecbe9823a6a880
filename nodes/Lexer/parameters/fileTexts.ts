import type { IExecuteFunctions } from 'n8n-workflow';

export function readFileName(context: IExecuteFunctions, itemIndex: number): string {
	return String(context.getNodeParameter('fileName', itemIndex, '') ?? '').trim();
}

export function readContentType(context: IExecuteFunctions, itemIndex: number): string | undefined {
	return (context.getNodeParameter('options', itemIndex, {}).contentType as string) || undefined;
}
