import { openLaboratory } from '../suite/laboratory.mjs';
import { freePort } from '../n8n-process.mjs';
import { startTarget } from '../target.mjs';
import { madeCredentials, WRONG_TOKEN } from './credentials.mjs';

/** A running n8n with all credentials, and the servers that they lead to. Uploads go to the sandbox's own storage. */
export async function openOutcomesLaboratory() {
	const target = await startTarget({ s3: null });
	const limited = await startTarget({ s3: null, rateLimit: { requests: 6, perMs: 3000 } });
	const limitedToTen = await startTarget({ s3: null, rateLimit: { requests: 10, perMs: 1000 } });
	const [good, ...others] = [target, limited, limitedToTen].map(({ sandbox }) => ({ apiToken: sandbox.token, baseUrl: sandbox.apiUrl }));
	const credentials = madeCredentials(good, others[0], others[1], `http://127.0.0.1:${await freePort()}`);
	return await openLaboratory({ name: 'Outcomes', target, targets: { limited, limitedToTen }, credentials, wrongTokens: [WRONG_TOKEN] });
}
