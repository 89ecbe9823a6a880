import type { INode } from 'n8n-workflow';

import { deliveryError } from '../../../nodes/Lexer/outcomes/errors';
import { n8nFailure } from '../../../nodes/Lexer/outcomes/n8nFailure';

const NODE: INode = { id: 'node', name: 'Lexer', type: 'n8n-nodes-lexer.lexer', typeVersion: 1, position: [0, 0], parameters: {} };

it.each([
	[{ cause: 'rateLimited', retryAfterMs: 90_000 }, { cause: 'rate-limited', retryAfterMs: 90_000 }],
	[{ cause: 'storageBusy' }, { cause: 'temporarily-unavailable' }],
	[{ cause: 'tokenRejected', retryAfterMs: 5 }, { cause: 'credential-invalid' }],
	[{ cause: 'apiNotFound' }, { cause: 'configuration-invalid' }],
	[{ cause: 'lengthNotSent' }, { cause: 'node-defect' }],
	[{ cause: 'stalled' }, undefined],
	[{ cause: 'sourceShort' }, undefined],
] as const)("tells n8n in its own words why a delivery failed: %j is %j", (failure, expected) => {
	expect(n8nFailure(failure)).toEqual(expected);
	expect(deliveryError(NODE, 0, 'a.csv', failure, 1).failure).toEqual(expected);
});
