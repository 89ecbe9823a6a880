import { binaryDataService } from './engine.cjs';

/** What n8n does with the files of one binary mode. */
export type StoreManager = Parameters<Awaited<ReturnType<typeof binaryDataService>>['setManager']>[1];

/** Replaces parts of one of n8n's stores, until it is asked for again. */
export async function replaceParts(mode: 'database' | 'filesystem', partsOf: (whole: StoreManager) => Partial<StoreManager>): Promise<void> {
	const service = await binaryDataService(mode);
	const name = mode === 'database' ? mode : 'filesystem-v2';
	const whole = (service as unknown as { getManager(mode: string): StoreManager }).getManager(name);
	service.setManager(name, Object.assign(Object.create(whole) as StoreManager, partsOf(whole)));
}
