/** Holds what n8n answered of each file against the sandbox's own record of what it stored. */

/**
 * @typedef {object} Sent one file
 * @property {string} fileName
 * @property {import('./jobs.mjs').Kind} kind
 * @property {import('./faults.mjs').Trouble} trouble
 * @property {any} answer the node's output, or `{error}`
 */

/**
 * @param {Sent[]} sent
 * @param {import('../sandbox/index.js').StoredObject[]} stored
 * @returns {string[]} what does not add up; nothing where everything does
 */
export function discrepancies(sent, stored) {
	const objects = new Map(stored.map((object) => [object.uploadId, object]));
	const explained = new Set();
	const found = sent.flatMap((file) => {
		const { answer, trouble } = file;
		const ids = [answer.uploadId, ...(answer.earlierUploadIds ?? [])];
		for (const id of ids) explained.add(id);
		if (trouble.outcome === 'refused') return answer.error === undefined ? [`${file.fileName}: a success that is none`] : [];
		if (answer.error !== undefined) return [`${file.fileName} (${file.kind.name}, ${faultOf(file)}) failed: ${answer.error}`];
		return wrongWith(file, objects.get(answer.uploadId)).map((what) => `${file.fileName} (${file.kind.name}, ${faultOf(file)}): ${what}`);
	});
	const strange = stored.filter(({ uploadId }) => !explained.has(uploadId));
	return [...found, ...strange.map(({ uploadId, fileName }) => `upload ${uploadId} (${fileName}) was stored and is in no receipt`)];
}

/**
 * @param {Sent} file that n8n says was delivered
 * @param {import('../sandbox/index.js').StoredObject | undefined} object
 * @returns {string[]}
 */
function wrongWith({ fileName, kind, answer }, object) {
	if (object === undefined) return ['a success, and nothing was stored'];
	const { source, records } = kind;
	return [
		object.fileName === answer.fileName ? '' : `stored as ${object.fileName}`,
		answer.fileName.startsWith(fileName) ? '' : `sent as ${answer.fileName}`,
		object.sizeBytes === answer.fileSize && object.md5 === answer.md5 ? '' : 'the receipt tells other bytes than those stored',
		!source || (object.sizeBytes === source.sizeBytes && object.md5 === source.md5) ? '' : 'other bytes than those of the file',
		records === undefined || answer.records?.valid === records ? '' : `${answer.records?.valid} records, not ${records}`,
	].filter((text) => text !== '');
}

/** @param {Sent} file */
function faultOf({ trouble: { rules } }) {
	return rules.map(({ target, kind, status = '' }) => `${target} ${kind} ${status}`.trim()).join(', ') || 'without a fault';
}
