import { isDeepStrictEqual } from 'node:util';

import { show } from './differences.mjs';

/**
 * What holds for every case, whatever it is about. Each law gives a line for each breach.
 *
 * @typedef {import('./case.mjs').Seen} Seen
 * @typedef {import('./branches.mjs').NumberedCase} NumberedCase
 */

/** @type {Array<(seen: Seen, given: NumberedCase) => string[]>} */
export const LAWS = [throwsOnlyToStop, endsEachItemOnce, keepsFailedItemsWhole, hasStoredWhatReceiptsSay, deniesNoDelivery, showsNoSecret, sendsNoTokenToStorage];

/**
 * n8n puts the whole input on the success output otherwise.
 * @param {Seen} seen
 * @param {NumberedCase} given
 */
function throwsOnlyToStop({ thrown }, { onError }) {
	return thrown === undefined || onError === 'stopWorkflow' ? [] : [`the node threw "${thrown}"`];
}

/**
 * Each row, and each file of an item, comes out once: in a receipt, a report or an error item.
 * @param {Seen} seen
 * @param {NumberedCase} given
 */
function endsEachItemOnce({ input, succeeded, failed }, { lexer, onError, loop }) {
	if (onError === 'stopWorkflow' || loop) return [];
	const isOfFiles = (lexer?.resource ?? 'file') === 'file';
	const fields = String(lexer?.binaryPropertyName ?? 'data');
	const counts = input.map(() => 0);
	for (const item of [...succeeded, ...failed].flatMap(({ pairedItem }) => itemNumbers(pairedItem))) counts[item] += 1;
	return counts.flatMap((count, item) => {
		// What an expression gives may be several files.
		if (isOfFiles && fields.startsWith('=') && count > 0) return [];
		const wanted = isOfFiles ? fields.split(',').length : 1;
		return count === wanted ? [] : [`input item ${item} came out ${count} times, not ${wanted}`];
	});
}

/**
 * @param {unknown} pairedItem
 * @returns {number[]}
 */
function itemNumbers(pairedItem) {
	if (Array.isArray(pairedItem)) return pairedItem.flatMap(itemNumbers);
	return typeof pairedItem === 'number' ? [pairedItem] : [/** @type {{ item: number }} */ (pairedItem)?.item ?? NaN];
}

/**
 * A failed item is its input item: JSON with the reason added, and binary; of several files the failed one.
 * @param {Seen} seen
 * @param {NumberedCase} given
 */
function keepsFailedItemsWhole({ input, failed }, { lexer }) {
	const areSeveral = String(lexer?.binaryPropertyName ?? '').includes(',');
	return failed.flatMap((item) => {
		const [number] = itemNumbers(item.pairedItem);
		const from = input[number];
		if (from === undefined) return [`an error item is paired with ${show(item.pairedItem)}, which is no input item`];
		const { error, ...json } = item.json;
		const inputJson = { ...from.json };
		delete inputJson.error;
		const found = typeof error === 'string' && error !== '' ? [] : [`the reason of item ${number} is ${show(error)}`];
		if (!isDeepStrictEqual(json, inputJson)) found.push(`failed item ${number} has the JSON ${show(json)}, not ${show(inputJson)}`);
		if (!isWholeBinary(item.binary, from.binary, areSeveral)) found.push(`failed item ${number} has the binary ${show(item.binary)}, not ${show(from.binary)}`);
		return found;
	});
}

/**
 * @param {Record<string, unknown> | undefined} got
 * @param {Record<string, unknown> | undefined} whole
 * @param {boolean} areSeveral one of them is enough, or none where the field is not there
 */
function isWholeBinary(got = {}, whole = {}, areSeveral) {
	if (isDeepStrictEqual(got, whole)) return true;
	const fields = Object.keys(got);
	return areSeveral && fields.length <= 1 && fields.every((field) => isDeepStrictEqual(got[field], whole[field]));
}

/**
 * @param {Seen} seen
 */
function hasStoredWhatReceiptsSay({ succeeded, stored }) {
	return succeeded.filter(({ json }) => 'md5' in json).flatMap(({ json }) => {
		const object = stored.find(({ uploadId }) => uploadId === json.uploadId);
		if (object === undefined) return [`FALSE SUCCESS: nothing is stored for the receipt ${show(json)}`];
		const told = { fileName: json.fileName, sizeBytes: json.fileSize, contentType: json.contentType, md5: json.md5 ?? object.md5 };
		const { fileName, sizeBytes, contentType, md5 } = object;
		const found = isDeepStrictEqual(told, { fileName, sizeBytes, contentType, md5 }) ? [] : [`the receipt says ${show(told)}, stored is ${show(object)}`];
		const { datasetId, recordType } = /** @type {Record<string, string>} */ (json.destination ?? {});
		const destination = object.destination && { datasetId: object.destination.dataset_id, recordType: object.destination.record_type };
		if (!isDeepStrictEqual(json.destination && { datasetId, recordType }, destination)) {
			found.push(`the receipt's destination is ${show(json.destination)}, the upload's ${show(destination)}`);
		}
		if (json.checksumVerified !== (json.checksum !== null)) found.push(`a receipt is verified: ${json.checksumVerified}, by ${show(json.checksum)}`);
		return found;
	});
}

/**
 * "Not delivered" is only said of what was surely not.
 * @param {Seen} seen
 */
function deniesNoDelivery({ failed, thrown, stored }) {
	const reasons = [...failed.map(({ json }) => String(json.error)), thrown ?? ''];
	return stored.filter(({ fileName }) => reasons.some((reason) => reason.includes(`"${fileName}" was not delivered`))).map(
		({ fileName }) => `FALSE DENIAL: "${fileName}" is said not to be delivered, and is stored`,
	);
}

/**
 * Neither token nor presigned URL in what comes out, and in reasons no value of a record.
 * @param {Seen} seen
 * @param {NumberedCase} given
 */
function showsNoSecret({ succeeded, failed, thrown, secrets }, { lexer }) {
	const givesUrls = lexer?.operation === 'createUploadUrl';
	const output = [JSON.stringify(givesUrls ? failed : [...succeeded, ...failed]), thrown ?? ''].join('\n');
	const reasons = [...failed.map(({ json }) => String(json.error)), thrown ?? ''].join('\n');
	return [
		...secrets.filter((secret) => output.includes(secret)).map((secret) => `SECRET: the output has ${secret}`),
		...(reasons.includes('private-') ? [`SECRET: a reason has a value: ${show(/.{0,80}private-.{0,40}/s.exec(reasons)?.[0])}`] : []),
	];
}

/** @param {Seen} seen */
function sendsNoTokenToStorage({ requests }) {
	return requests.some(({ leak }) => leak) ? ['SECRET: the token went to the storage'] : [];
}
