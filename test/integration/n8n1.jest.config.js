// The integration tests on the engine of n8n 1 (n8n-core 1.122), as `npm run test:integration:1` runs them:
// N8N_MODULES is the folder with that n8n's packages.
const { join } = require('node:path');

const base = require('../../jest.config.js');

const PACKAGES = ['n8n-core', 'n8n-workflow', 'reflect-metadata', '@n8n/di', '@n8n/config', '@n8n/backend-common'];

/** @type {import('jest').Config} */
module.exports = {
	...base,
	rootDir: join(__dirname, '../..'),
	roots: ['<rootDir>/test/integration'],
	// n8n 1 has no database mode, whose store stands still or breaks in the first two; the others reach into parts of n8n
	// that it has elsewhere: its test of credentials and its log.
	testPathIgnorePatterns: ['standingStore', 'brokenStore', 'credential', 'deliveryLog'],
	moduleNameMapper: { ...base.moduleNameMapper, [`^(${PACKAGES.join('|')})((?:/.*)?)$`]: `${process.env.N8N_MODULES}/$1$2` },
};
