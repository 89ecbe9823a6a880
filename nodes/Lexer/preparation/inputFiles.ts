import type { IBinaryData, IBinaryKeyData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { inputError } from '../outcomes/errors';
import { isTool } from '../outcomes/isTool';
import { hasExpression } from '../parameters/itemParameter';
import { readText } from '../parameters/readText';
import { FILES } from '../records/convert/assembly/recordColumns';
import { isBinaryFile } from '../source/isBinaryFile';

/** One of an item's binary files. */
export interface InputFile {
	binary: IBinaryData;
	/** What an error item carries of the item's files: this one, under its field's name. */
	ofItem: IBinaryKeyData | undefined;
}

/**
 * What names an item's files: field names, separated by commas; or, from an expression, a binary file,
 * or a list of both. Each is given once.
 *
 * @param value of the parameter 'Input Binary Field'
 * @throws NodeOperationError where it names nothing, or an object became part of a text
 */
export function filesNamed(context: IExecuteFunctions, itemIndex: number, value: unknown): Array<string | IBinaryData> {
	const parts: unknown[] = Array.isArray(value) ? value : [value];
	const named = parts.flatMap((part): Array<string | IBinaryData> => {
		if (isBinaryFile(part)) return [part];
		if (isDescription(part)) return [described(context, itemIndex, part)];
		if (typeof part !== 'string') throw nothingNamed(context, itemIndex);
		const names = readText(context, itemIndex, PARAMETER, part);
		return names
			.split(',')
			.map((name) => name.trim())
			.filter((name) => name !== '');
	});
	if (named.length === 0) throw nothingNamed(context, itemIndex);
	// A field that is named again has no other file.
	return [...new Set(named)];
}

const PARAMETER = { name: 'binaryPropertyName', displayName: 'Input Binary Field', subject: 'The input binary field' };

/** What n8n's expressions give of a file in memory: all but its bytes. */
function isDescription(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && 'mimeType' in value;
}

function described(context: IExecuteFunctions, itemIndex: number, description: Record<string, unknown>): IBinaryData {
	const files = Object.values(filesOf(context.getInputData()[itemIndex]));
	const given = Object.entries(description).filter(([, value]) => value !== undefined);
	const file = files.find((one) => given.every(([name, value]) => one[name] === value));
	if (file) return file;
	const advice =
		'Files of earlier nodes that n8n keeps in memory cannot be given by an expression: name the field of the input item that holds the file.';
	throw inputError(context.getNode(), itemIndex, 'The expression gives a file that is not one of the item', advice);
}

function nothingNamed(context: IExecuteFunctions, itemIndex: number) {
	const advice = hasExpression(context.getNode().parameters[PARAMETER.name])
		? "Look at the expression of 'Input Binary Field': for this item it gives neither the name of a field nor a file."
		: `Set 'Input Binary Field' to the field that holds the file, usually "data", or to an expression that gives the file.`;
	return inputError(context.getNode(), itemIndex, 'No input binary field is named', advice);
}

/**
 * Finds a file of an item, in either of n8n's binary modes.
 *
 * @param isOnly whether no other file of the item is asked for
 * @throws NodeOperationError that says which fields there are
 */
export function findFile(context: IExecuteFunctions, itemIndex: number, named: string | IBinaryData, isOnly: boolean): InputFile {
	const item = context.getInputData()[itemIndex];
	if (typeof named !== 'string') return { binary: named, ofItem: isOnly ? item.binary : fieldOf(item, named) };
	const binary = fileOfField(context, itemIndex, item, named);
	return { binary, ofItem: isOnly ? item.binary : fieldOf(item, binary) };
}

function fileOfField(context: IExecuteFunctions, itemIndex: number, item: INodeExecutionData, name: string): IBinaryData {
	const fields = filesOf(item);
	if (Object.hasOwn(fields, name)) return fields[name];
	try {
		// In combined mode a path into the JSON is also a name.
		return context.helpers.assertBinaryData(itemIndex, name);
	} catch {
		throw noSuchField(context, itemIndex, name, Object.keys(fields));
	}
}

/** In n8n's own words, as people look for them. */
function noSuchField(context: IExecuteFunctions, itemIndex: number, name: string, names: string[]) {
	const node = context.getNode();
	if (isTool(node)) {
		const advice =
			"Send the file by a Lexer node in the workflow itself, before or after the agent. What a tool can do: Record > Upload with 'Mapping Column Mode' set to 'Map Each Column Manually', or File > Create Upload URL.";
		return inputError(node, itemIndex, "An AI agent's tool gets no files, so there is none to send or check", advice);
	}
	if (names.length === 0) {
		const message = `This operation expects the node's input data to contain a binary file '${name}', but none was found`;
		return inputError(node, itemIndex, message, "Chain the node after one that gives a file; to send rows, set 'Resource' to Record.");
	}
	const advice = `The item has: ${names.slice(0, 10).join(', ')}. Set 'Input Binary Field' to one of these; to send rows, set 'Resource' to Record.`;
	return inputError(node, itemIndex, `The item has no binary field '${name}'`, advice);
}

function filesOf(item: INodeExecutionData): IBinaryKeyData {
	const inJson: unknown = item.json[FILES];
	const files = typeof inJson === 'object' && inJson !== null ? Object.entries(inJson as Record<string, unknown>) : [];
	return { ...Object.fromEntries(files.filter((entry): entry is [string, IBinaryData] => isBinaryFile(entry[1]))), ...item.binary };
}

function fieldOf(item: INodeExecutionData, binary: IBinaryData): IBinaryKeyData | undefined {
	const name = Object.keys(item.binary ?? {}).find((field) => isSame(item.binary![field], binary));
	return name === undefined ? undefined : { [name]: binary };
}

function isSame(one: IBinaryData, other: IBinaryData): boolean {
	return one === other || (Boolean(one.id) && one.id === other.id);
}
