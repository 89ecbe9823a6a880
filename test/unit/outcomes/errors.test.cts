import type { INode } from 'n8n-workflow';

import { deliveryError } from '../../../nodes/Lexer/outcomes/errors';

const NODE: INode = { id: 'node', name: 'Lexer', type: 'n8n-nodes-lexer.lexer', typeVersion: 1, position: [0, 0], parameters: {} };

it('says no more of a delivery than anybody reads, however much there is to say', () => {
	const unconfirmedUploadIds = new Array<string>(100).fill('x'.repeat(200));
	const failure = { cause: 'noAnswer', mayBeDelivered: true, unconfirmedUploadIds, host: 'h'.repeat(5000) } as const;
	const { message, description } = deliveryError(NODE, 0, 'a.csv', failure, 1);
	expect([message.length, description?.length]).toEqual([2000, 2000]);
	expect(message).toMatch(/"a\.csv" is not confirmed: it may have been delivered \(upload ID x.*…$/);
});
