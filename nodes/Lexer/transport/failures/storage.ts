import { CHECK_NETWORK, type FailureText, LEXER_STATUS, REPORT_BUG, SOMETHING_ANSWERS } from './FailureText';

/** What Lexer's storage can answer to a PUT, or what answers in its place. Source: Amazon S3's list of error codes. */
export const STORAGE_FAILURES = {
	urlExpired: {
		reaction: 'newUrl',
		message: 'The upload URL expired before the upload began',
		advice: 'Run the workflow again. If it happens every time, check the clock of the machine that runs n8n.',
	},
	urlAlreadyExpired: {
		reaction: 'newUrl',
		message: 'Lexer hands out upload URLs that have already expired',
		advice: LEXER_STATUS,
	},
	signatureRefused: {
		reaction: 'stop',
		message: "Lexer's storage refused the upload URL's signature",
		advice: 'The URL was changed on its way (for example by a proxy that rewrites it, or by \\u0026 left in place of &), or a clock is wrong.',
	},
	headerSigned: {
		reaction: 'stop',
		message: "The upload URL's signature covers headers whose values the node does not know",
		advice: "For File > Upload, set 'Options > Content Type' to what Lexer expects if content-type is among them; otherwise tell Lexer's support.",
	},
	checksumInUrl: {
		reaction: 'stop',
		message: 'The upload URL carries the checksum of something else than this file',
		advice: "No file could be sent to it: Lexer's API signs its upload URLs with a checksum that it cannot know. Tell Lexer's support.",
	},
	accessDenied: {
		reaction: 'stop',
		message: "Lexer's storage refused the upload",
		advice: "A proxy may add headers that the upload URL's signature does not cover; if there is none, tell Lexer's support.",
	},
	storageRejected: {
		reaction: 'stop',
		message: "Lexer's storage rejected the upload",
		advice: "If it happens again, tell Lexer's support.",
	},
	tooLarge: {
		reaction: 'stop',
		message: "The file is larger than Lexer's storage takes in one upload",
		advice: 'Split the file: one upload may have 5 GiB at most.',
	},
	tooSmall: {
		reaction: 'stop',
		message: "The file is smaller than Lexer's storage takes",
		advice: "Send a file that is not empty, or set 'Options > Empty File' to Skip.",
	},
	lengthNotSent: { reaction: 'stop', message: 'The upload was sent without its length', advice: REPORT_BUG },
	corrupted: {
		reaction: 'retry',
		message: "Lexer's storage received other bytes than were sent",
		advice: CHECK_NETWORK,
	},
	checksumMismatch: {
		reaction: 'retry',
		message: "The checksum that Lexer's storage reports is not that of the file",
		advice: 'The file changed or was damaged on its way. Run the workflow again.',
	},
	answeredEarly: {
		reaction: 'retry',
		message: 'The upload was confirmed before all of the file had been sent',
		advice: SOMETHING_ANSWERS,
	},
	noEtag: {
		reaction: 'retry',
		message: "The upload was confirmed without the ETag that Lexer's storage always gives",
		advice: SOMETHING_ANSWERS,
	},
	notOfStorage: {
		reaction: 'retry',
		message: "The upload was confirmed by an answer that Lexer's storage does not give",
		advice: SOMETHING_ANSWERS,
	},
	answerCut: {
		reaction: 'retry',
		message: "The answer of Lexer's storage was cut off",
		advice: CHECK_NETWORK,
	},
	answerTooLong: {
		reaction: 'stop',
		message: "The answer to the upload is longer than any of Lexer's storage",
		advice: SOMETHING_ANSWERS,
	},
	incomplete: {
		reaction: 'retry',
		message: "Lexer's storage received only a part of the file",
		advice: CHECK_NETWORK,
	},
	storageBusy: { reaction: 'retry', message: "Lexer's storage failed", advice: LEXER_STATUS },
	expectRefused: {
		reaction: 'stop',
		message: 'The server refuses an Expect header, although none was sent',
		advice: SOMETHING_ANSWERS,
	},
	redirected: {
		reaction: 'follow',
		message: "Lexer's storage sends the upload on to another address too often",
		advice: LEXER_STATUS,
	},
	notFollowed: {
		reaction: 'stop',
		message: "Lexer's storage sends the upload on to another address, and no try was left for it",
		advice: "Raise 'Options > Max Tries'.",
	},
	moved: {
		reaction: 'stop',
		message: "Lexer's storage says that it has moved, without a usable address",
		advice: "Tell Lexer's support.",
	},
	redirectedAway: {
		reaction: 'stop',
		message: "The upload was redirected as Lexer's storage never does it",
		advice: SOMETHING_ANSWERS,
	},
	proxyAnswered: {
		reaction: 'stop',
		message: "A web page came back instead of an answer from Lexer's storage",
		advice: SOMETHING_ANSWERS,
	},
} as const satisfies Record<string, FailureText>;
