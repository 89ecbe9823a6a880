const { transform, moduleFileExtensions, moduleNameMapper, testEnvironment } = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment,
	transform,
	moduleFileExtensions,
	moduleNameMapper,
	rootDir: '../..',
	roots: ['<rootDir>/test/faults'],
	testMatch: ['**/*.test.cts'],
};
