const { availableParallelism } = require('node:os');

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test/unit', '<rootDir>/test/integration', '<rootDir>/test/sandbox'],
	testMatch: ['**/*.test.cts'],
	moduleFileExtensions: ['ts', 'cts', 'js', 'json', 'node'],
	// TypeScript names a compiled sibling: './engine.cjs' is './engine.cts'.
	moduleNameMapper: { '^(\\.{1,2}/.*)\\.cjs$': ['$1.cts', '$1.cjs'] },
	transform: {
		'\\.c?ts$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
				module: { type: 'commonjs' },
			},
		],
	},
	testTimeout: 60_000,
	// Jest leaves a processor to others, which on a machine with two is half of it; and many tests wait.
	maxWorkers: Math.ceil(availableParallelism() * 1.5),
};
