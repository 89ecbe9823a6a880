import type { INodeProperties } from 'n8n-workflow';

/** What is seen only where the node is a tool of an AI agent. */
const AS_TOOL = { '@tool': [true] };

/** Above fields that no tool can use: n8n gives a tool what its model says, and no files. */
export const noFilesNotice: INodeProperties = {
	displayName:
		'A tool gets no files, so it cannot send or check one. Choose Record > Upload to send what the model fills in, or File > Create Upload URL; files are sent by a Lexer node of the workflow itself, before or after the agent.',
	name: 'noFilesNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: AS_TOOL },
};

export const urlOfToolNotice: INodeProperties = {
	displayName: 'The model then holds the URL, and may repeat it in its answer: whoever has it can send a file as you until it expires.',
	name: 'urlOfToolNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: AS_TOOL },
};

export const automaticOfToolNotice: INodeProperties = {
	displayName:
		"In a tool, 'Map Automatically' offers the model no field, and takes for a record all that the agent's item has, such as its chat. Choose 'Map Each Column Manually', and let the model fill in fields by the button with the stars ($fromAI).",
	name: 'automaticOfToolNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { ...AS_TOOL, '/columns.mappingMode': ['autoMapInputData'] } },
};
