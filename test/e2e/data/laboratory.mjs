import { openLaboratory } from '../suite/laboratory.mjs';
import { MYSQL_CREDENTIAL, POSTGRES_CREDENTIAL } from '../databases.mjs';
import { startTarget } from '../target.mjs';
import { DRIVER_ROWS } from './sources.mjs';

/** East of Greenwich, where a midnight is part of the day before in UTC; and clocks skip one each spring. */
const ZONE = 'Asia/Beirut';

/** A running n8n in that time zone, with the databases of this machine and a node that plays others. */
export async function openDataLaboratory() {
	return await openLaboratory({
		name: 'Data',
		target: await startTarget({ s3: null }),
		credentials: [POSTGRES_CREDENTIAL, MYSQL_CREDENTIAL],
		env: { TZ: ZONE, N8N_CUSTOM_EXTENSIONS: DRIVER_ROWS },
	});
}
