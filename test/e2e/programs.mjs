import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Why tests that start a server from this program are to be skipped; false where they are not.
 * @param {string} program
 * @param {string} versionOption
 * @returns {Promise<string | false>}
 */
export async function reasonToSkipProgram(program, versionOption) {
	const isThere = await promisify(execFile)(program, [versionOption]).then(() => true, () => false);
	if (isThere) return false;
	const reason = `there is no program ${program}`;
	if (process.env.DATABASES_REQUIRED) throw new Error(`DATABASES_REQUIRED is set, and ${reason}`);
	return reason;
}
