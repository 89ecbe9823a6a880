import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';

import type { Source } from '../../../nodes/Lexer/source/Source';
import { writeBody } from '../../../nodes/Lexer/transport/bodyWriter';
import { createMeter } from '../../../nodes/Lexer/transport/meter';
import type { ClientRequest } from '../../../nodes/Lexer/transport/requestTakeover';

it.each(['response', 'close'])('blames no source that is closed on a %s while its end is awaited', async (event) => {
	const request = Object.assign(new EventEmitter(), { flushHeaders() {}, write(_bytes: Buffer, taken: () => void) { taken(); }, end() {} });
	// Its bytes are there, and its end is not.
	const stream = new Readable({ read() {} });
	stream.push('abc');
	const source = { name: 'a.csv', contentType: 'text/csv', sizeBytes: 3, ownsChunks: false, keptIn: 'disk', open: async () => stream } as unknown as Source;
	const writing = writeBody(request as unknown as ClientRequest, source, createMeter(3, true, () => performance.now()), false);
	await new Promise((resolve) => setTimeout(resolve, 60));
	request.emit(event);
	expect(await writing).toBeUndefined();
});
